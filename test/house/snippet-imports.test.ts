import { readFileSync, readdirSync } from "node:fs";
import * as ts from "typescript";
import { expect, it } from "vitest";
import * as config from "../../src/config/index.js";
import * as main from "../../src/index.js";

const library = { ...main, ...config };

const pages = ["README.md", ...readdirSync("docs").filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`)];
const snippets = pages.flatMap((page) => [...readFileSync(page, "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match, i) => ({ where: `${page}, fence ${i + 1}`, code: match[1]! })));

/** The names of the library that a snippet uses, and those that it imports; types, which leave nothing to import at run time, apart. */
function namesIn(code: string): { readonly used: string[]; readonly imported: string[] } {
  const file = ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022, true);
  const [used, imported, declared] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) {
      if (!node.isTypeOnly) imported.add(node.name.text);
      return;
    }
    if ((ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)) declared.add(node.name.text);
    if (ts.isIdentifier(node) && Object.hasOwn(library, node.text) && isValue(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { used: [...used].filter((name) => !declared.has(name)).sort(), imported: [...imported].sort() };
}

/** No name of a property, and none that is being declared. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isBindingElement(parent) && !ts.isTypeReferenceNode(parent);
}

it("there are many snippets", () => {
  expect(snippets.length).toBeGreaterThan(20);
});

it.each(snippets)("$where imports what it uses of the library, and nothing else", ({ code }) => {
  const { used, imported } = namesIn(code);
  expect(imported).toEqual(used);
});
