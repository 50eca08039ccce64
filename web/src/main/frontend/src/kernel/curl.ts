/** A request as a curl command; the token stays a variable, so that nothing secret is copied. */
export function curl(method: string, path: string, body?: unknown): string {
  const lines = [
    `curl -X ${method} '${location.origin}${path}'`,
    `  -H "Authorization: Bearer $WHETSTONE_TOKEN"`,
    ...(body === undefined
      ? []
      : [`  -H 'Content-Type: application/json'`, `  -d ${quote(JSON.stringify(body, null, 2))}`]),
  ];
  return lines.join(' \\\n');
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
