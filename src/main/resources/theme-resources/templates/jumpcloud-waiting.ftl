<#import "template.ftl" as layout>
<#-- Asks again by the response's Refresh header, so that no script is needed. -->
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if jumpcloudCodeTyped>${msg("jumpcloud.push.codeTitle.label")}<#else>${msg("jumpcloud.push.title.label")}</#if>
    <#elseif section = "form">
        <div id="jumpcloud-waiting" class="jumpcloud-waiting" role="status">
            <div class="jumpcloud-spinner" aria-hidden="true"></div>
            <p><#if jumpcloudCodeTyped>${msg("jumpcloud.push.codeText")}<#else>${msg("jumpcloud.push.text")}</#if></p>
        </div>
        <form id="jumpcloud-back-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <div class="${properties.kcFormGroupClass!}">
                <a id="jumpcloud-again" href="${jumpcloudAgainUrl}">${msg("jumpcloud.push.again.label")}</a>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <button id="jumpcloud-back" name="jumpcloudBack" value="on" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("jumpcloud.push.back.label")}</button>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
