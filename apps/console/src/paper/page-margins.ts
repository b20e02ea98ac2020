interface Margins {
  top: string;
  left: string;
  /** What stands before the page's number, between it and the number of pages, and behind that. */
  pages: readonly [string, string, string];
}

/** The sheet of A4 as CSS: words on a sheet's margin cannot be elements of the page. */
export function pageMargins({ top, left, pages: [before, between, behind] }: Margins): string {
  return `@page {
  size: A4;
  margin: 20mm 16mm 18mm;
  @top-center { content: ${cssText(top)}; }
  @bottom-left { content: ${cssText(left)}; }
  @bottom-right { content: ${cssText(before)} counter(page) ${cssText(between)} counter(pages) ${cssText(behind)}; }
}`;
}

/** Names are typed by people: nothing in them may end the string or the style sheet. */
export function cssText(text: string): string {
  return `"${text.replace(/["\\<>\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
