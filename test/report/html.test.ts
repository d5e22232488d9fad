import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTHING, escaped, html } from "../../src/report/html.js";

describe("HTML from a template", () => {
  it("escapes text, keeps HTML, puts lists together", () => {
    const inner = html`<b>${"<&>\"'"}</b>`;
    expect(inner.html).toBe("<b>&lt;&amp;&gt;&quot;&#39;</b>");
    expect(html`<p title="${'"'}">${[inner, 1, ["x", NOTHING]]}</p>`.html).toBe('<p title="&quot;"><b>&lt;&amp;&gt;&quot;&#39;</b>1x</p>');
  });

  it("no text opens or closes anything, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = escaped(text);
        expect(safe).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });

  it("plain text comes through as it is", () => {
    for (const text of ["", "P01", "Ärzte", "مقدم", "👩\u200d⚕️", "80 %", "80\u00a0%", "Undeter\u00admined"]) expect(escaped(text)).toBe(text);
  });
});
