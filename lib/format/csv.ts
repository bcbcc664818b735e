/** What a spreadsheet would run: a leading = + - @ (also full-width), a tab or a line break; but not a plain or phone number. */
const FORMULA = /^(?![+-]?\d+(?:[.,]\d+)?$)\s*[=+\-@＝＋－＠\t\r\n]/

/**
 * A CSV file's text: RFC 4180 with CRLF, a UTF-8 mark for spreadsheets, and cells that a spreadsheet would run as a formula
 * defused by an apostrophe (OWASP, "CSV Injection"). Numbers, also signed ones and E.164 phone numbers, stay as they are.
 * The writer is loaded when it is first needed.
 *
 * @param mark false for scripts, which take the UTF-8 mark for a part of the first heading
 */
export async function toCsv(
  header: readonly string[],
  rows: readonly (string | number | null)[][],
  { mark = true }: { mark?: boolean } = {},
): Promise<string> {
  const { default: papaparse } = await import('papaparse')
  return `${mark ? '\uFEFF' : ''}${papaparse.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}
