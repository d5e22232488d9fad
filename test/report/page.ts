/** Every element of a name that has an end tag, with what stands in it; attributes apart. */
export function elements(page: string, name: string): { readonly attributes: string; readonly inside: string }[] {
  return [...page.matchAll(new RegExp(`<${name}\\b([^>]*)(?<!/)>([\\s\\S]*?)</${name}>`, "g"))].map((match) => ({ attributes: match[1]!, inside: match[2]! }));
}

/** What a reader sees of some HTML. */
export function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
}

/** What is inside the drawing of an id. */
export function drawing(page: string, id: string): string {
  return elements(page, "svg").find(({ attributes }) => attributes.includes(`"${id}-title `))!.inside;
}

/** The rows of the table of an id, heading first, as text. */
export function tableRows(page: string, id: string): string[][] {
  const { inside } = elements(page, "table").find(({ attributes }) => attributes.includes(`"${id}-caption"`))!;
  return elements(inside, "tr").map((each) => [...each.inside.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => textOf(cell[1]!)));
}
