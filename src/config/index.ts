// The door `homecare-rules/config`: councils as JSON.
export { type Cannot, type ParsedCouncil, parseCouncil } from "./parse-council.js";
export type { LeftOpen } from "./left-open.js";
export type { AlikeNote, Note, PlainNote } from "./note.js";
export type { Use } from "./uses.js";
export type { Problem } from "./problem.js";
export { newCouncil } from "./new-council.js";
export { councilText } from "./council-text.js";
export { councilJsonSchema } from "./json-schema.js";
