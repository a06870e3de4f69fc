// @ts-check
/**
 * What people type, and what pages say: street names, short forms and misspellings.
 *
 * The words are the field's and not one station's, so they are part of the package. They say what is
 * the same in any text; `also` in a station's vocabulary says which service answers a word.
 */

import { STOP, makeIndex, match, readWords } from "./find-match.js";

/** What pages say, and what is typed for it. A word with another plain meaning here stays out. */
const SAME = `
abuse: beats me, hit me, hits me, hurts me
alcohol: booze, bevvy, bevvies
amphetamine: speed, whizz, phet
benefits: pip, universal credit, jobcentre
benzodiazepines: benzo, benzos, vallies
buprenorphine: bupe, buvidal, espranor, suboxone, subbies, subby, subs, subutex, temgesic
cannabis: bud, ganja, hash, marijuana, skunk, weed
cocaine: charlie, coke
detox: cold turkey
drunk: hammered, plastered, wasted
gambling: betting
hepatitis: hep
hepatitis c: hcv, hep c
heroin: brown, gear, skag, smack
injecting: banging up, digging, jacking up, shooting up
ketamine: ket
mdma: ecstasy, mandy, molly
medicines: meds
methadone: green juice, meth script, methadose, physeptone
naloxone: narcan, nyxoid, prenoxad
narcotics anonymous: na
alcoholics anonymous: aa
needle exchange: needle swap, nsp, needle and syringe programme, pins, sharps
overdose: od, oding
pregabalin: lyrica
prescription: script, scripts
recovery: getting clean
rehab: rehabilitation
relapse: slip up, fell off the wagon
sleeping rough: no fixed abode, on the streets, sofa surfing
suicide: better off dead, end it all, end my life, ending my life, kill myself, killing myself, kms, suicidal, wanna die, want to die
withdrawal: clucking, dts, rattling, the shakes
`;

/** Words of the field that are hard to spell, beside those above. */
const HARD = `abscess acamprosate addiction advocacy anxiety appointment assessment bereavement
breathing cirrhosis codeine community counselling crisis depression diazepam disulfiram emergency
fentanyl gabapentin hostel housing injection meeting mental naltrexone nitazenes paranoia pharmacy
pharmacist pregnancy prescribing prison probation psychosis referral residential seizure setback
steroids stigma supervised support syringe therapist tolerance tramadol treatment vaccination
volunteer wellbeing xylazine`;

/** They say little, as those of the list of services do, and are in the largest files of the index. */
const SMALL = new Set(
  "all as been but did does each had has he her him his how if ill into its ive just like no not one out really she so some than that their them then there these they this those too up was were when which will would your".split(" "),
);

/** @type {Map<string, string>} */
const MEANT = new Map();
for (const row of SAME.trim().split("\n")) {
  const [said, typed] = row.split(": ");
  for (const phrase of typed.split(", ")) MEANT.set(phrase, said);
}
const LONGEST = Math.max(...[...MEANT.keys()].map((phrase) => phrase.split(" ").length));

/**
 * Read what somebody typed as the pages would say it.
 * @param {string} typed
 * @returns {string[]} Words to search for; none if nothing was typed.
 */
export function understand(typed) {
  const words = readWords(typed);
  const read = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 1 && !MEANT.has(words.slice(at, at + length).join(" "))) length--;
    const phrase = words.slice(at, at + length).join(" ");
    read.push(...(MEANT.get(phrase) ?? phrase).split(" "));
    at += length;
  }
  const telling = read.filter((word) => !STOP.has(word) && !SMALL.has(word));
  return telling.length ? telling : read;
}

const FIELD = [...new Set(readWords([SAME, HARD].join(" ")))].filter((word) => word.length > 3);
const SPELT = makeIndex(FIELD.map((word, row) => [row, [word], 1]));

/** @param {string} word */
export const isOfField = (word) => FIELD.includes(word);

/**
 * Find the word that somebody meant whose word no page has.
 * @param {string} word
 * @returns {string[]} How pages say it; empty if nothing comes near.
 */
export function respell(word) {
  if (isOfField(word)) return [];
  const [best] = [...(match(SPELT, word).scores ?? [])].sort(([, a], [, b]) => b - a);
  return best ? understand(FIELD[best[0]]) : [];
}

/**
 * Tell whether a word on a page is one that was typed: begun, or in another form (`script`, `scripts`).
 * An index that lacks a word gives the longest beginning of it that it has.
 * @param {string} found
 * @param {string} typed
 */
export function isForm(found, typed) {
  let same = 0;
  while (same < typed.length && found[same] === typed[same]) same++;
  return same === typed.length || same >= Math.max(3, typed.length - 2) && same >= found.length - 3;
}
