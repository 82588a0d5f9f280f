<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("jumpcloud.mail.greeting", user.firstName?has_content?then(user.firstName, user.username), realmName)}</p>
<p>${msg("jumpcloud.mail.username", user.username)} ${msg("jumpcloud.mail.password")}</p>
<#if accountLink??>
<p><a href="${accountLink}">${msg("jumpcloud.mail.link.label")}</a></p>
</#if>
<p>${msg("jumpcloud.mail.once")}</p>
</@layout.emailLayout>
