import { CONTENT_TYPES } from "./security-headers.ts";

/** `web.config` for Internet Information Services, the web server of Windows Server: kinds of files and headers. */
export function iisSettings(headers: Readonly<Record<string, string>>): string {
  const types = Object.entries(CONTENT_TYPES).map(
    ([extension, type]) =>
      `      <remove fileExtension="${extension}" />\n      <mimeMap fileExtension="${extension}" mimeType="${type}" />`,
  );
  const lines = Object.entries(headers).map(
    ([name, value]) => `        <remove name="${name}" />\n        <add name="${name}" value="${value}" />`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <staticContent>
${types.join("\n")}
    </staticContent>
    <httpProtocol>
      <customHeaders>
${lines.join("\n")}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
`;
}
