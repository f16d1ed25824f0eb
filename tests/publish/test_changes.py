"""Tests of ``rashomon.publish.changes``: what changed, as text, Markdown and JSON."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from rashomon.publish.changes import changes_json, changes_markdown, changes_text
from rashomon.records import Generator, Span, Support, Time
from rashomon.records.changes import SCHEMA, Change, Changes, Cited, Compared

GENERATOR = Generator(name="rashomon", version="0", model="0" * 12)


def span(text: str, start: int = 10, article: str = "a1") -> Span:
    """Return words of an article."""
    return Span(article=article, start=start, end=start + len(text), text=text)


def day(text: str, *evidence: Span) -> Time:
    """Return a day as words say it."""
    moment = date.fromisoformat(text)
    return Time(timex=text, earliest=moment, latest=moment, evidence=evidence)


def compared(articles: int, *, as_of: date | None = None, latest: date | None = None) -> Compared:
    """Return one of two records."""
    return Compared(title="The ford", as_of=as_of, articles=articles, latest=latest, generator=GENERATOR)


def changed(*changes: Change, shared: int = 1) -> Changes:
    """Return changes that two articles tell."""
    cited = (
        Cited(
            id="a1",
            source="one.txt",
            url=None,
            outlet="Ferrel Gazette",
            agency=None,
            published="2031-03-10T09:00:00+01:00",
            held_by="new",
        ),
        Cited(
            id="a2",
            source="two.txt",
            url=None,
            outlet=None,
            agency=None,
            published="2031-03-09/2031-03-10",
            held_by="old",
        ),
    )
    return Changes(
        schema=SCHEMA,
        old=compared(1, as_of=date(2031, 3, 9)),
        new=compared(2, latest=date(2031, 3, 10)),
        shared=shared,
        articles=cited,
        changes=changes,
    )


EVENT = Change(
    kind="new",
    subject="event",
    label="Guards marched to the ford",
    now="claimed",
    time=day("2031-03-09", span("on Sunday")),
    support=Support(articles=2, outlets=2, independent=2, origins=1),
    new="e1",
    after=(span("Guards marched to the ford"),),
)
TURN = Change(kind="updated", subject="event", slot="status", label="The vote", was="planned", now="happened", new="e2")
FIGURE = Change(kind="updated", subject="figure", label="guards killed", slot="latest", was="11", now="19", new="f1")
STATEMENT = Change(kind="new", subject="statement", label="that the dam holds", by="The mayor", now="warn")


def lines(*changes: Change) -> list[str]:
    """Return the lines of the text without what stands at its head."""
    return changes_text(changed(*changes)).split("\n\n", 1)[1].splitlines()


def test_the_head_says_what_is_compared() -> None:
    head = changes_text(changed(EVENT)).split("\n\n")[0]
    assert head == "The ford\nFrom 9 March 2031 (1 article) to 10 March 2031 (2 articles)."


def test_nothing_changed_is_said() -> None:
    assert changes_text(changed()).endswith("Nothing changed.\n")


def test_records_of_other_articles_or_another_release_are_pointed_out() -> None:
    other = msgspec.structs.replace(
        changed(EVENT, shared=0),
        old=msgspec.structs.replace(compared(1), generator=Generator(name="r", version="1", model="")),
    )
    text = changes_text(other)
    assert "The two records share no article." in text
    assert "made by different releases" in text


def test_a_new_event_has_its_day_its_status_and_where_it_stands() -> None:
    assert lines(EVENT) == [
        "New events (1)",
        "- 9 March 2031: Guards marched to the ford (claimed; 2 accounts · independent at most 2 · one origin)",
        "    Ferrel Gazette, 10 March 2031 (one.txt 10-36)",
    ]


def test_words_that_the_line_does_not_have_are_quoted() -> None:
    change = msgspec.structs.replace(EVENT, after=(span("They went there on foot"),))
    assert lines(change)[-1] == "    Ferrel Gazette, 10 March 2031 (one.txt 10-33): “They went there on foot”"


def test_an_article_that_is_gone_is_cited_as_one_of_the_earlier_record() -> None:
    change = Change(
        kind="withdrawn",
        subject="event",
        label="A bell rang",
        was="happened",
        why="article gone",
        before=(span("A bell rang", article="a2"),),
    )
    assert lines(change) == [
        "Withdrawn (1)",
        "- A bell rang (article gone)",
        "    two.txt 10-21, 9 or 10 March 2031, in the earlier record",
    ]


def test_what_changed_of_one_event_is_one_line() -> None:
    time = msgspec.structs.replace(TURN, slot="time", was="2031-03-01/2031-03-31", now="2031-03-20", why="narrowed")
    vote = msgspec.structs.replace(TURN, slot="vote", was=None, now="212 for, 3 against")
    support = msgspec.structs.replace(TURN, slot="support", was="1", now="2")
    assert lines(TURN, time, vote, support)[1] == (
        "- The vote: planned → happened; when: March 2031 → 20 March 2031 (narrowed); result: 212 for, 3 against; "
        "independent accounts: 1 → 2"
    )


def test_an_open_end_of_a_time_is_read() -> None:
    time = msgspec.structs.replace(TURN, slot="time", was="../2031-03-20", now="2031-03-13", why="narrowed")
    assert lines(time)[1] == "- The vote: when: by 20 March 2031 → 13 March 2031 (narrowed)"


def test_more_accounts_alone_stand_apart() -> None:
    support = msgspec.structs.replace(TURN, slot="support", was="1", now="2", after=(span("the deputies agreed"),))
    assert lines(support) == [
        "Told by more or fewer independent accounts (1)",
        "- The vote: independent accounts: 1 → 2",
        "    Ferrel Gazette, 10 March 2031 (one.txt 10-29)",
    ]


def test_values_of_one_figure_are_one_line() -> None:
    other = msgspec.structs.replace(
        FIGURE, slot="value", was=None, now="700 (in Sorn)", by="The ministry", time=day("2031-03-09")
    )
    assert lines(FIGURE, other)[1] == "- guards killed: 11 → 19; 700 (in Sorn) (The ministry, as of 9 March 2031)"


def test_a_correction_says_so() -> None:
    assert lines(msgspec.structs.replace(FIGURE, slot="corrected"))[1] == "- guards killed: 11 → 19 (corrected)"


@pytest.mark.parametrize(
    ("stance", "by", "expected"),
    [
        ("warn", "The mayor", "- The mayor: warns: the dam holds"),
        ("assert", "The mayor", "- The mayor: the dam holds"),
        ("assert", None, "- Not clear who: the dam holds"),
    ],
)
def test_a_statement_has_its_speaker_and_what_he_does(stance: str, by: str | None, expected: str) -> None:
    assert lines(msgspec.structs.replace(STATEMENT, now=stance, by=by))[1] == expected


def test_disputes_come_first_and_settled_ones_say_what_they_are_now() -> None:
    dispute = Change(kind="disputed", subject="difference", label="11, or 19.", now="conflict")
    settled = Change(kind="settled", subject="difference", label="8, or 9.", was="conflict", why="It rose.")
    found = [line for line in lines(EVENT, settled, dispute) if not line.startswith("  ") and line]
    assert found[:2] == ["Newly disputed (1)", "- 11, or 19."]
    assert found[-2:] == ["No longer disputed (1)", "- 8, or 9. Now: It rose."]


def test_many_lines_are_counted_unless_all_are_asked_for() -> None:
    many = changed(*(msgspec.structs.replace(STATEMENT, new=str(number)) for number in range(12)))
    assert "  ... and 2 more; --all lists them" in changes_text(many)
    assert "--all" not in changes_text(many, None)
    assert changes_text(many, None).count("The mayor") == 12


def test_every_changed_stretch_of_an_article_is_cited() -> None:
    change = Change(
        kind="updated",
        subject="article",
        slot="text",
        label="The ford",
        before=(span("nineteen", article="a2"),),
        after=(span("eleven"), span("on Monday", 40)),
    )
    assert lines(change) == [
        "Articles (1)",
        "- The ford (its text was changed)",
        "    two.txt 10-18, 9 or 10 March 2031, in the earlier record: “nineteen”",
        "    Ferrel Gazette, 10 March 2031 (one.txt 10-16): “eleven”",
        "    Ferrel Gazette, 10 March 2031 (one.txt 40-49): “on Monday”",
    ]


def test_hostile_words_stay_words() -> None:
    hostile = msgspec.structs.replace(
        EVENT, label="Guards\n\x1b[2J <b>[x](javascript:alert(1))</b> \u202e", after=(span("\x1b]0;x\x07 *so*"),)
    )
    text, markdown = changes_text(changed(hostile)), changes_markdown(changed(hostile))
    assert not {"\x1b", "\x07", "\u202e"} & set(text + markdown)
    assert "<b>" not in markdown
    assert "[x](" not in markdown


def test_markdown_lists_all_under_headings() -> None:
    many = changed(*(msgspec.structs.replace(STATEMENT, new=str(number)) for number in range(12)))
    markdown = changes_markdown(many)
    assert markdown.startswith("# What changed\n\nThe ford\n\n")
    assert markdown.count("\n- The mayor") == 12


def test_every_key_of_the_json_is_documented() -> None:
    told = (Path(__file__).parents[2] / "docs" / "as-of.md").read_text()
    keys = {key for type_ in (Changes, Compared, Cited, Change) for key in type_.__struct_fields__}
    assert {key for key in keys if key not in told} == set()


def test_json_can_be_read_back_and_has_every_key() -> None:
    changes = changed(EVENT, TURN)
    assert msgspec.json.decode(changes_json(changes), type=Changes) == changes
    first = msgspec.json.decode(changes_json(changes))["changes"][0]
    assert set(first) == set(Change.__struct_fields__)
