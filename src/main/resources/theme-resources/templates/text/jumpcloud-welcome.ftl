<#ftl output_format="plainText">
${msg("jumpcloud.mail.greeting", user.firstName?has_content?then(user.firstName, user.username), realmName)}

${msg("jumpcloud.mail.username", user.username)} ${msg("jumpcloud.mail.password")}
<#if accountLink??>

${msg("jumpcloud.mail.link.label")}
${accountLink}
</#if>

${msg("jumpcloud.mail.once")}
