// @ts-check
/**
 * Says what two parsers of podcast apps see in feeds: `node parse.mjs FEED...`.
 *
 * Prints one JSON object: by file, by parser, the items in their order. Both are brought into one
 * form here; nothing is mended, so what a parser did not find is null or an empty list.
 */
import { readFileSync } from "node:fs";
import { parseRssFeed } from "feedsmith";
import partytime from "podcast-partytime";

const PARSERS = { feedsmith, partytime: podcastPartytime };

/** @param {string} xml */
function podcastPartytime(xml) {
  return partytime.parseFeed(xml).items.map((item) => ({
    title: item.title,
    guid: item.guid,
    date: item.pubDate,
    url: item.enclosure.url,
    length: item.enclosure.length,
    type: item.enclosure.type,
    seconds: item.duration,
    transcripts: (item.podcastTranscripts ?? []).map(({ type, url }) => [type, url]),
    chapters: item.podcastChapters ? [item.podcastChapters.type, item.podcastChapters.url] : null,
    people: (item.podcastPeople ?? []).map(({ name }) => name),
    smaller: (item.alternativeEnclosures ?? []).map(({ type, length, source, integrity }) => [
      type,
      length,
      source[0].uri,
      integrity?.value,
    ]),
  }));
}

/** @param {string} xml */
function feedsmith(xml) {
  return parseRssFeed(xml).items.map((item) => {
    const [enclosure, ...more] = item.enclosures;
    if (more.length) throw new Error(`${item.title}: more than one enclosure`);
    return {
      title: item.title,
      guid: item.guid.value,
      date: new Date(item.pubDate),
      url: enclosure.url,
      length: enclosure.length,
      type: enclosure.type,
      seconds: item.itunes.duration,
      transcripts: (item.podcast?.transcripts ?? []).map(({ type, url }) => [type, url]),
      chapters: item.podcast?.chapters
        ? [item.podcast.chapters.type, item.podcast.chapters.url]
        : null,
      people: (item.podcast?.persons ?? []).map(({ display }) => display),
      smaller: (item.podcast?.alternateEnclosures ?? []).map(
        ({ type, length, sources, integrity }) => [type, length, sources[0].uri, integrity?.value],
      ),
      marks: (item.psc?.chapters ?? []).map(({ start, title }) => [start, title]),
    };
  });
}

const seen = {};
for (const path of process.argv.slice(2)) {
  const xml = readFileSync(path, "utf-8");
  seen[path] = Object.fromEntries(
    Object.entries(PARSERS).map(([name, parse]) => [name, parse(xml)]),
  );
}
console.log(JSON.stringify(seen));
