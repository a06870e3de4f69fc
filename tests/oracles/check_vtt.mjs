// @ts-check
/**
 * Reads transcripts with the parser of the WebVTT specification: `node check_vtt.mjs FILE...`.
 *
 * Prints one JSON object: by file, the errors, and the cues as [start, end, speaker, words] with
 * times in seconds.
 */
import { readFileSync } from "node:fs";
import vtt from "webvtt-parser";
// The parser's own short table leaves the semicolon of an entity behind.
import entities from "webvtt-parser/html-entities.json" with { type: "json" };

/** The words below a node of a cue's tree, as a player would show them. */
function words(node) {
  return node.type === "text" ? node.value : node.children.map(words).join("");
}

/** Who speaks: the name in the first voice tag. */
function speaker(node) {
  if (node.name === "v") return node.value;
  return (node.children ?? []).map(speaker).find(Boolean) ?? "";
}

const seen = {};
for (const path of process.argv.slice(2)) {
  const { cues, errors } = new vtt.WebVTTParser(entities).parse(readFileSync(path, "utf-8"), "captions");
  seen[path] = {
    errors: errors.map(({ line, col, message }) => `${line}:${col ?? ""}: ${message}`),
    cues: cues.map(({ startTime, endTime, tree }) => [
      startTime,
      endTime,
      speaker(tree),
      words(tree),
    ]),
  };
}
console.log(JSON.stringify(seen));
