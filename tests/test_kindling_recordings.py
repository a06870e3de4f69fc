"""The example station's recordings: all of them as `radio record` makes them."""

import hashlib
from pathlib import Path

import pytest

from recovery_radio.model.episode import Episode, LocalRecording
from recovery_radio.read.hub import Folders, read_hub
from sounds import decoded_seconds, loudness_of
from station import ROOT

HUB, _, PROBLEMS = read_hub(ROOT, Folders(), None, map)


@pytest.mark.parametrize("episode", HUB.episodes, ids=lambda episode: episode.slug)
def test_a_recording_is_even_has_its_facts_written_down_and_is_published_as_it_is(
    episode: Episode, kindling: Path
) -> None:
    assert PROBLEMS == []
    for audio, facts in (
        (episode.audio, episode.recording),
        (episode.low_audio, episode.low_data),
    ):
        assert isinstance(facts, LocalRecording)
        assert audio
        path = ROOT / str(audio.file)
        data = path.read_bytes()
        assert (facts.bytes, facts.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert facts.seconds == pytest.approx(decoded_seconds(path), abs=0.1)
        assert episode.words.cues[-1].end / 1000 < facts.seconds
        lufs, peak = loudness_of(path)
        assert lufs == pytest.approx(-16, abs=1)
        assert peak <= -1
        # Its tags are those that the front matter gives, so a build needs no copy.
        published = (kindling / audio.url).read_bytes()
        assert hashlib.sha256(published).hexdigest() == facts.sha256
