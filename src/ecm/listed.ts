import { sameBytes, utf8, viewOf } from "./bytes.js";

/** Listed texts by their bytes: a short list is fastest searched in order. */
export type Listed<Text extends string> = readonly { readonly text: Text; readonly bytes: DataView }[];

/** A list of texts, to be searched by their bytes. */
export function listed<Text extends string>(texts: readonly Text[]): Listed<Text> {
  return texts.map((text) => ({ text, bytes: viewOf(utf8(text)) }));
}

/** The listed text that these bytes spell, if there is one. */
export function listedAt<Text extends string>(list: Listed<Text>, view: DataView, from: number, to: number): Text | undefined {
  for (const { text, bytes } of list) if (bytes.byteLength === to - from && sameBytes(bytes, 0, view, from, to - from)) return text;
  return undefined;
}
