"""What holds for the differences of any story: prints change nothing, and no side comes before the other."""

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reconcile.differences import Story, agreed, differences
from rashomon.records import Article
from tests.reconcile.differences.conftest import Tale, known

ArticleOf = Callable[..., Article]
KESTRAVIA = ("Kestravia", "Kestravia")
TIMES = {"June": ("2030-06-01", "2030-06-30"), "June 19": ("2030-06-19",) * 2, "2030": ("2030-01-01", "2030-12-31")}
DAYS = ["2031-03-13", "2031-03-14", "2031-03-20"]
LAST = "2031-04-01"

plain = st.tuples(
    st.sampled_from(["happened", "planned"]), st.sampled_from([None, *TIMES]), st.sampled_from(["treaty", "pact"])
)
spoken = st.tuples(
    st.sampled_from(["assert", "deny"]), st.sampled_from(["Drevany", "Kestravia", "Korr"]), st.just("treaty")
)
accounts = st.lists(st.tuples(plain | spoken, st.sampled_from(DAYS)), min_size=1, max_size=5)
Told = Sequence[tuple[tuple[str, str | None, str], str]]
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def told(article_of: ArticleOf, accounts: Told) -> Tale:
    """Return the story that accounts tell: of a signing, plainly or through someone who affirms or denies it."""
    tale = Tale(article_of).named(known("Kestravia"), known("Drevany"), known("Korr", "person"))
    for number, ((manner, more, thing), day) in enumerate(accounts):
        if manner in {"assert", "deny"}:
            clause = f"that Kestravia signed the {thing}"
            content = clause if manner == "assert" else f"reports {clause}"
            tale.account(
                f"{more} spoke of {content}, page {number}.",
                "signed",
                "sign",
                day,
                clause=clause,
                agent=KESTRAVIA,
                patient=f"the {thing}",
                status="denied" if manner == "deny" else "happened",
                said=(more, "spoke", content, manner),
            )
            continue
        when = {} if more is None else {"when": (more, *TIMES[more])}
        text = f"Kestravia signed the {thing} {more}, page {number}."
        tale.account(text, "signed", "sign", day, agent=KESTRAVIA, patient=f"the {thing}", status=manner, **when)
    return tale


def ranks(story: Story) -> list[tuple[int, str, str]]:
    """Return rank, kind and slot of the differences."""
    return [(one.rank, one.kind, one.slot) for one in differences(story)]


@quiet
@given(accounts=accounts, data=st.data())
def test_a_print_changes_no_kind_and_no_rank(article_of: ArticleOf, accounts: Told, data: st.DataObject) -> None:
    tale = told(article_of, accounts)
    before = ranks(tale.story())
    number = data.draw(st.integers(0, len(accounts) - 1))
    tale.print_of(number, data.draw(st.sampled_from([accounts[number][1], LAST])))
    assert ranks(tale.story()) == before


@quiet
@given(accounts=accounts)
def test_no_account_comes_before_the_other(article_of: ArticleOf, accounts: Told) -> None:
    one_day = [(account, DAYS[0]) for account, _ in accounts]
    one, other = (told(article_of, order).story() for order in (one_day, one_day[::-1]))
    assert ranks(one) == ranks(other)


@quiet
@given(accounts=accounts)
def test_every_side_has_accounts_and_every_span_slices_true(article_of: ArticleOf, accounts: Told) -> None:
    story = told(article_of, accounts).story()
    texts = {article.id: article.text for article in story.articles}
    for one in differences(story):
        assert len(one.sides) > 1
        for span in (span for side in one.sides for span in side.accounts):
            assert texts[span.article][span.start : span.end] == span.text


@quiet
@given(accounts=accounts)
def test_events_differ_by_conflict_and_status_alone(article_of: ArticleOf, accounts: Told) -> None:
    story = told(article_of, accounts).story()
    found = differences(story)
    disputed = {one.about for one in found if one.kind in {"conflict", "status"}}
    events, _ = agreed(story.events, story.figures, found)
    assert {event.id for event in events if event.agreement == "differ"} == disputed
