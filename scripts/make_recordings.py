"""Make the example station's recordings, transcripts and covers from their scripts.

Usage: `python scripts/make_recordings.py [slug …]`; without a slug, everything is made anew, the
cover of the station included. What is said stands in `scripts/recordings/<slug>.yml`, everything
else in the front matter of `episodes/<slug>/index.md`. Each sentence is spoken on its own, so that
the times of the transcript are those of the recording and not guesses. What was spoken then goes the way
of every recording: `radio record` evens it out, encodes it, writes the tags and the facts.

Debian's main section has no voice of this kind from England. The two used here were modelled on
recorded people and are easier to follow than espeak-ng's British voices, which are built from
rules: on one text, a speech recogniser (Debian's pocketsphinx) got 13 and 15 words in 100 wrong
instead of 68 to 93. One is American (Festival's slt), one Scottish (flite's awb).

Needs Debian's packages flite, festival, festvox-us-slt-hts and ffmpeg, and this project's own
packages. The same versions of these make the same files.

Source: https://www.w3.org/TR/webvtt1/
"""

import math
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import wave
from array import array
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from recovery_radio.cli.record import Place, Recorded, record_episode
from recovery_radio.host.build import folders_of, station_of
from recovery_radio.studio.cover import PALETTES, draw_cover, draw_station_cover

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts" / "recordings"
EPISODES = ROOT / "episodes"
STATION_COVER = ROOT / "site" / "pages" / "pictures" / "kindling-cover.jpg"
SLT = Path("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts")
NEEDED = {
    "flite": shutil.which("flite"),
    "festival": shutil.which("text2wave"),
    "festvox-us-slt-hts": SLT.exists(),
    "ffmpeg": shutil.which("ffmpeg"),
}
"""Debian's packages, and whether what they bring is there."""

RATE_HZ = 44_100
SPEAKERS = {"A": "Kindling voice A", "B": "Kindling voice B"}
VOICES = {
    "A": (
        "text2wave",
        *("-eval", "(voice_cmu_us_slt_arctic_hts)"),
        *("-eval", '(set! hts_engine_params (append hts_engine_params (list (list "-r" 0.95))))'),
        *("{text}", "-o", "{wav}"),
    ),
    "B": ("flite", "-voice", "awb", "--setf", "duration_stretch=1.1", "{text}", "{wav}"),
}
"""How each speaks a text file into a sound file, a little slower than by itself."""
ROW_LETTERS = 65
CUE_ROWS = 2
BETWEEN_SENTENCES_S = 0.32
BETWEEN_SPEAKERS_S = 0.62
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


class Line(NamedTuple):
    """A sentence, or a pause."""

    speaker: str
    """`A` or `B`; empty for a pause."""
    text: str
    pause_s: float
    """How long to be quiet before it."""


class Cue(NamedTuple):
    """A sentence with its place in the recording, in samples."""

    start: int
    end: int
    line: Line


def main(slugs: list[str]) -> int:
    """Make the recordings that are named, or all of them; 1 if something is missing."""
    missing = [package for package, found in NEEDED.items() if not found]
    if missing:
        print(f"Please install first: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 1
    if not slugs:
        STATION_COVER.parent.mkdir(parents=True, exist_ok=True)
        STATION_COVER.write_bytes(draw_station_cover("Kindling", "Recovery radio"))
    for slug in slugs or sorted(path.name for path in EPISODES.iterdir() if path.is_dir()):
        make_episode(slug)
    return 0


def make_episode(slug: str) -> None:
    """Write the recording, the transcript and the cover of an episode into its folder."""
    folder = EPISODES / slug
    settings = read_front_matter(folder / "index.md")
    series = yaml.safe_load((ROOT / "site" / "data" / "series.yml").read_text("utf-8"))
    palette = PALETTES[list(series).index(settings["series"]) % len(PALETTES)]
    album = series[settings["series"]]["title"]
    (folder / "cover.jpg").write_bytes(draw_cover(settings["title"], album, palette=palette))
    with tempfile.TemporaryDirectory() as temporary:
        sound, cues = speak(read_script(SCRIPTS / f"{slug}.yml"), Path(temporary))
        recorded = record(slug, sound, Path(temporary))
    (folder / "transcript.vtt").write_text(render_transcript(cues), "utf-8")
    made, (mp3, opus) = recorded.made, recorded.files
    print(f"{slug}: {mp3.seconds} s; {mp3.bytes} bytes, {made.mp3.loudness}; ", end="")
    print(f"{opus.bytes} bytes, {made.opus.loudness}")


def read_front_matter(path: Path) -> dict[str, Any]:
    """Read the settings between the first two lines of `---`."""
    settings: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return settings


def read_script(path: Path) -> list[Line]:
    """Cut a script into sentences.

    Args:
        path: YAML list of `A: text`, `B: text` and `pause: seconds`.

    Raises:
        ValueError: A sentence is too long for a row or two of a transcript.
    """
    lines: list[Line] = []
    extra_s = 0.0
    for turn in yaml.safe_load(path.read_text("utf-8")):
        for who, said in turn.items():
            if who == "pause":
                extra_s = float(said)
                continue
            for text in _SENTENCE_END.split(said.strip()):
                if len(textwrap.wrap(text, ROW_LETTERS)) > CUE_ROWS:
                    raise ValueError(f"{path.name}: please make this sentence shorter: {text}")
                same = bool(lines) and lines[-1].speaker == who
                pause_s = BETWEEN_SENTENCES_S if same else BETWEEN_SPEAKERS_S
                lines.append(Line(who, text, pause_s + extra_s))
                extra_s = 0.0
    return lines


def respell(text: str) -> str:
    """Spell the words that the voices would get wrong as they sound."""
    words: dict[str, str] = yaml.safe_load((SCRIPTS / "pronunciation.yml").read_text("utf-8"))
    for word, sound in words.items():
        text = re.sub(rf"\b{re.escape(word)}\b", sound, text, flags=re.IGNORECASE)
    return text


def speak(lines: list[Line], folder: Path) -> tuple["array[int]", list[Cue]]:
    """Speak a script, both voices equally loud, between two chimes."""
    spoken = [synthesise(line, folder / f"{index}.wav") for index, line in enumerate(lines)]
    gains = {
        who: level(spoken[i] for i, line in enumerate(lines) if line.speaker == who)
        for who in SPEAKERS
    }
    sound = chime()
    cues = []
    for line, samples in zip(lines, spoken, strict=True):
        sound.extend(silence(line.pause_s))
        start = len(sound)
        sound.extend(round(max(-32_768, min(32_767, s * gains[line.speaker]))) for s in samples)
        cues.append(Cue(start, len(sound), line))
    sound.extend(silence(BETWEEN_SPEAKERS_S))
    sound.extend(chime())
    return sound, cues


def synthesise(line: Line, wav: Path) -> "array[int]":
    """Let a voice say a sentence, without the silence around it."""
    text = wav.with_suffix(".txt")
    text.write_text(respell(line.text), "utf-8")
    run(*(part.format(text=text, wav=wav) for part in VOICES[line.speaker]))
    trim = "silenceremove=start_periods=1:start_threshold=-48dB:start_silence=0.02"
    tone = f"highpass=f=70,{trim},areverse,{trim},areverse"
    raw = run("ffmpeg", "-v", "error", "-i", str(wav), "-af", tone, *_RAW_OUT, "-")
    return array("h", raw)


_RAW_OUT = ("-f", "s16le", "-ac", "1", "-ar", str(RATE_HZ))


def level(pieces: Any) -> float:
    """Give the factor that brings a voice to a common strength, by its root mean square."""
    squares, count = 0, 0
    for piece in pieces:
        squares += sum(sample * sample for sample in piece)
        count += len(piece)
    return 2600 / math.sqrt(squares / count) if squares else 1.0


def silence(seconds: float) -> "array[int]":
    """Samples of nothing."""
    return array("h", bytes(2 * round(seconds * RATE_HZ)))


def chime() -> "array[int]":
    """Three soft notes that die away: A, E and C sharp."""
    length = round(1.5 * RATE_HZ)
    notes = ((220.00, 0.0), (329.63, 0.16), (554.37, 0.32))
    samples = array("h")
    for index in range(length):
        t, value = index / RATE_HZ, 0.0
        for pitch_hz, delay_s in notes:
            if t > delay_s:
                age = t - delay_s
                swell = min(1.0, age / 0.02) * math.exp(-3.6 * age)
                value += swell * math.sin(2 * math.pi * pitch_hz * age)
        samples.append(round(900 * value * min(1.0, (length - index) / 2000)))
    return samples


def record(slug: str, sound: "array[int]", folder: Path) -> Recorded:
    """Make what was spoken the recording of a programme, as `radio record` does it."""
    mix = folder / "mix.wav"
    with wave.open(str(mix), "wb") as file:
        file.setparams((1, 2, RATE_HZ, len(sound), "NONE", ""))
        file.writeframes(sound.tobytes())
    config = ROOT / "mkdocs.yml"
    root, folders = folders_of(config)
    return record_episode(Place(root, folders, station_of(config), slug), mix)


def render_transcript(cues: list[Cue]) -> str:
    """Write cues as WebVTT, word for word, with the name of who speaks."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        rows = "\n".join(textwrap.wrap(cue.line.text, ROW_LETTERS))
        times = f"{timestamp(cue.start)} --> {timestamp(cue.end)}"
        blocks.append(f"{times}\n<v {SPEAKERS[cue.line.speaker]}>{rows}\n")
    return "\n".join(blocks)


def timestamp(samples: int) -> str:
    """Write a place in the recording as `mm:ss.ttt`."""
    minutes, milliseconds = divmod(round(samples * 1000 / RATE_HZ), 60_000)
    return f"{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def run(*command: str) -> bytes:
    """Run a program and return what it prints."""
    return subprocess.run(command, check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
