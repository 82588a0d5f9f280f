<#macro emailLayout>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
  <meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin: 0; padding: 24px; background-color: #f0f0f0; color: #151515; font-family: Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5;">
  <div style="max-width: 560px; margin: 0 auto; padding: 24px 32px; background-color: #ffffff; border-top: 4px solid #0066cc; border-radius: 4px;">
    <div style="padding-bottom: 8px; font-size: 18px; font-weight: bold;">${realmName}</div>
    <#nested>
  </div>
</body>
</html>
</#macro>
