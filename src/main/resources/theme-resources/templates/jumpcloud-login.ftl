<#import "template.ftl" as layout>
<#-- keycloak.v2 and its children style a wrapper of the input, older themes the input itself. -->
<#assign wrapped = (properties.kcFormGroupLabelClass!"")?has_content>

<#macro group id label error="" hint="">
    <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormGroupLabelClass!}">
            <label for="${id}" class="<#if wrapped>${properties.kcFormLabelClass!}<#else>${properties.kcLabelClass!}</#if>"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
        </div>
        <#nested>
        <#if error?has_content>
            <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
                <div class="${properties.kcInputHelperTextClass!}">
                    <div id="input-error-${id}" class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
                        <span class="${properties.kcInputErrorMessageClass!}">${error}</span>
                    </div>
                </div>
            </div>
        <#elseif hint?has_content>
            <div class="${properties.kcFormHelperTextClass!}">
                <div class="${properties.kcInputHelperTextClass!}">
                    <div class="${properties.kcInputHelperTextItemClass!}">
                        <span id="${id}-hint" class="${properties.kcInputHelperTextItemTextClass!}">${hint}</span>
                    </div>
                </div>
            </div>
        </#if>
    </div>
</#macro>

<#macro input id type autocomplete value="" error="" autofocus=false numeric=false hint="">
    <#if wrapped><span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>"></#if>
    <input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="${autocomplete}" dir="ltr"
           <#if !wrapped>class="${properties.kcInputClass!}"</#if>
           <#if autofocus>autofocus</#if>
           <#if numeric>inputmode="numeric" maxlength="7"</#if>
           <#if hint?has_content>aria-describedby="${id}-hint"</#if>
           aria-invalid="<#if error?has_content>true</#if>"/>
    <#if wrapped></span></#if>
</#macro>

<#macro rememberMe>
    <#if wrapped>
        <div class="${properties.kcCheckboxClass!}">
            <label for="rememberMe" class="${properties.kcCheckboxClass!}">
                <input class="${properties.kcCheckboxInputClass!}" id="rememberMe" name="rememberMe" type="checkbox" <#if login.rememberMe??>checked</#if>/>
                <span class="${properties.kcCheckboxLabelClass!}">${msg("rememberMe")}</span>
            </label>
        </div>
    <#else>
        <div class="checkbox"><label><input id="rememberMe" name="rememberMe" type="checkbox" <#if login.rememberMe??>checked</#if>/> ${msg("rememberMe")}</label></div>
    </#if>
</#macro>

<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password','jumpcloudCode') displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <div id="kc-form">
            <div id="kc-form-wrapper">
                <form id="kc-form-login" class="${properties.kcFormClass!}" onsubmit="login.disabled = true; return true;" action="${url.loginAction}" method="post" novalidate="novalidate">
                    <#assign refused = messagesPerField.getFirstError('username','password')!"">
                    <#if !usernameHidden??>
                        <#assign nameLabel><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></#assign>
                        <@group id="username" label=nameLabel error=refused>
                            <@input id="username" type="text" autocomplete="username" value=(login.username!"") error=refused autofocus=!(login.username?has_content)/>
                        </@group>
                    </#if>

                    <@group id="password" label=msg("password") error=(usernameHidden??)?then(refused, "")>
                        <div class="${properties.kcInputGroup!}" dir="ltr">
                            <#if wrapped><div class="${properties.kcInputGroupItemClass!} ${properties.kcFill!}"></#if>
                            <@input id="password" type="password" autocomplete="current-password" error=(usernameHidden??)?then(refused, "") autofocus=(usernameHidden?? || login.username?has_content)/>
                            <#if wrapped></div><div class="${properties.kcInputGroupItemClass!}"></#if>
                            <button class="${properties.kcFormPasswordVisibilityButtonClass!}" type="button" aria-label="${msg("showPassword")}"
                                    aria-controls="password" data-password-toggle
                                    data-icon-show="${properties.kcFormPasswordVisibilityIconShow!}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide!}"
                                    data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}">
                                <i class="${properties.kcFormPasswordVisibilityIconShow!}" aria-hidden="true"></i>
                            </button>
                            <#if wrapped></div></#if>
                        </div>
                    </@group>

                    <@group id="jumpcloudCode" label=msg("jumpcloud.code.label") error=(messagesPerField.getFirstError('jumpcloudCode')!"") hint=msg("jumpcloud.code.hint")>
                        <@input id="jumpcloudCode" type="text" autocomplete="one-time-code" numeric=true error=(messagesPerField.getFirstError('jumpcloudCode')!"") hint=msg("jumpcloud.code.hint")/>
                    </@group>

                    <#if realm.rememberMe && !usernameHidden??><@rememberMe/></#if>
                    <#if realm.resetPasswordAllowed>
                        <div><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></div>
                    </#if>

                    <div id="kc-form-buttons" class="${properties.kcFormGroupClass!}">
                        <input type="hidden" id="id-hidden-input" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>/>
                        <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" name="login" id="kc-login" type="submit">${msg("doLogIn")}</button>
                    </div>
                </form>
            </div>
        </div>
        <#if !wrapped><script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script></#if>
    <#elseif section = "socialProviders">
        <#if realm.password && social?? && social.providers?has_content>
            <div id="kc-social-providers" class="${properties.kcFormSocialAccountSectionClass!}">
                <hr/>
                <h2>${msg("identity-provider-login-label")}</h2>
                <ul class="${properties.kcFormSocialAccountListClass!}">
                    <#list social.providers as provider>
                        <li class="${properties.kcFormSocialAccountListItemClass!}">
                            <a id="social-${provider.alias}" class="${properties.kcFormSocialAccountListButtonClass!}" href="${provider.loginUrl}">
                                <#if provider.iconClasses?has_content><i class="${properties.kcCommonLogoIdP!} ${provider.iconClasses!}" aria-hidden="true"></i></#if>
                                <span class="${properties.kcFormSocialAccountNameClass!}">${provider.displayName!}</span>
                            </a>
                        </li>
                    </#list>
                </ul>
            </div>
        </#if>
    <#elseif section = "info">
        <#if realm.password && realm.registrationAllowed && !registrationDisabled??>
            <div id="kc-registration-container">
                <div id="kc-registration"><span>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></span></div>
            </div>
        </#if>
    </#if>
</@layout.registrationLayout>
