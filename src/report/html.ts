/** Text that is HTML already. Only `html` makes it, so nothing reaches a page unescaped. */
export interface Html {
  readonly html: string;
}

/** What may stand between the parts of a template: text is escaped, HTML is not, lists are put together. */
export type Content = Html | string | number | readonly Content[];

/** HTML from a template. Whatever is put into it as text is escaped, inside elements and inside quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: parts.map((part, i) => (i === 0 ? part : rendered(values[i - 1]!) + part)).join("") };
}

function rendered(content: Content): string {
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return "html" in content ? content.html : content.map(rendered).join("");
}

const ENTITIES: { readonly [letter: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text safe in HTML, in elements and in quoted attributes. Control characters, halves of letters and marks that turn the
 * direction of writing are shown as `�`: an id may hold them, and none may change how the page reads.
 */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "\ufffd").replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}

/** Nothing at all. */
export const NOTHING: Html = { html: "" };
