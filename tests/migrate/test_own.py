"""Our own feeds, taken apart."""

from recovery_radio.migrate.own import take_apart, without_chapters

CHAPTERS = [(0.0, "Hello"), (65.0, "A kit")]
LINES = ["How it began.", "00:00:00 Hello", "00:01:05 A kit", "00:02:00 Not one of them"]


def test_only_lines_that_tell_a_known_chapter_are_left_out() -> None:
    assert without_chapters(LINES, CHAPTERS) == ["How it began.", "00:02:00 Not one of them"]
    assert without_chapters(LINES, []) == LINES
    assert without_chapters(["00:00:00 Start", "00:01:05 A kit"], CHAPTERS[1:]) == []


def test_what_the_feed_added_is_taken_away_again() -> None:
    taken = take_apart(
        "How it began. Before you listen: overdose; grief. Nobody's voice.",
        "<p>Before you listen: overdose; grief.</p>\n<p>Nobody&#39;s voice.</p>\n<p>Welcome.</p>\n"
        "<p>00:00:00 Hello<br>\n00:01:05 A kit</p>",
        CHAPTERS,
    )

    assert taken == ("How it began.", "<p>Welcome.</p>", ("overdose", "grief"), "Nobody's voice.")


def test_notes_that_only_repeat_the_summary_were_none() -> None:
    assert take_apart("How it began.", "<p>How it began.</p>", []).notes == ""


def test_words_of_the_author_stay_where_they_are() -> None:
    taken = take_apart("How it began.", "<p>Welcome.</p><p>00:00:00 Midnight</p>", CHAPTERS)

    assert taken == ("How it began.", "<p>Welcome.</p><p>00:00:00 Midnight</p>", (), "")
