"""Tests of ``rashomon.reconcile.provisions.telling``: at which board a provision stands."""

from rashomon.reconcile.differences import Story
from rashomon.reconcile.provisions import with_provisions
from rashomon.records import Procedure, Record
from tests.publish.tellings import words
from tests.reconcile.provisions.conftest import BILL, PASSED, Telling, board, parts

BANS = "The treaty bans whaling."


def counted(procedures: tuple[Procedure, ...]) -> list[int]:
    """Return how many provisions stand at each board."""
    return [len(one.provisions) for one in procedures]


def test_without_a_board_there_are_none(telling: Telling) -> None:
    assert telling.account(f"{PASSED} {BANS}").procedures() == ()


def test_boards_of_one_treaty_show_its_provisions_once(telling: Telling) -> None:
    telling.account(f"{PASSED} {BANS}")
    evidence = [words(telling.articles[0], PASSED)]
    assert counted(telling.procedures(board(evidence, "treaty"), board(evidence, "treaty"))) == [1, 0]


def test_of_two_bills_an_article_tells_of_that_whose_stages_it_tells(telling: Telling) -> None:
    for number in range(2):
        telling.account(f"{BILL} The bill would ban trucks on road {number}.")
    one, other = (words(article, BILL) for article in telling.articles)
    assert counted(telling.procedures(board([one], "first bill", "bill"), board([other], "second bill", "bill"))) == [
        1,
        1,
    ]


def test_an_article_that_tells_stages_of_two_bills_tells_provisions_of_none(telling: Telling) -> None:
    telling.account(f"{BILL} The bill would ban trucks.")
    evidence = [words(telling.articles[0], BILL)]
    boards = telling.procedures(board(evidence, "first bill", "bill"), board(evidence, "second bill", "bill"))
    assert counted(boards) == [0, 0]


def test_a_measure_of_no_known_kind_has_none(telling: Telling) -> None:
    telling.account(f"{PASSED} {BANS}")
    evidence = [words(telling.articles[0], PASSED)]
    assert counted(telling.procedures(board(evidence, "crown", "coronation"))) == [0]


def test_a_procedure_of_ones_own_goes_by_the_name_of_its_measure(telling: Telling) -> None:
    telling.account(f"{PASSED} {BANS}")
    evidence = [words(telling.articles[0], PASSED)]
    assert counted(telling.procedures(board(evidence, "defence treaty", "renewal"))) == [1]


def test_an_article_of_another_story_tells_none(telling: Telling) -> None:
    assert telling.account(f"{PASSED} {BANS}", related=False).provisions() == ()


def test_spans_are_characters_of_their_article(telling: Telling) -> None:
    telling.account(
        PASSED, "If either is attacked, the treaty obliges the other to help under Article 51 of the UN Charter."
    )
    (found,) = telling.provisions()
    text = telling.articles[0].text
    for span in (found.obligation, found.condition, found.basis):
        assert span is not None
        assert span.text == text[span.start : span.end]


def test_the_example_story_tells_three_articles_of_its_treaty(tamarel: Record) -> None:
    text = "Treaty on Common Defence and River Passage"
    article = next(one for one in tamarel.articles if text in one.text)
    story = Story(
        articles=tamarel.articles,
        readings=tamarel.readings,
        entities=tamarel.entities,
        claims=tamarel.claims,
        events=tamarel.events,
        figures=tamarel.figures,
    )
    signed = words(article, f"signed the {text}")
    (found,) = with_provisions([board([signed], text)], story)
    sources = {one.id: one.source for one in tamarel.articles}
    firsts = [(sources[one.article], *parts(one)) for one in found.provisions if one.relation is None]
    assert firsts == [
        (
            "bill-submitted.txt",
            "the other shall come to its aid without delay and with all the forces it can spare",
            "if one of the parties is the victim of an armed attack",
            "in keeping with Article 51 of the UN Charter",
        ),
        (
            "bill-submitted.txt",
            "Article 7 opens the locks on the lower Tamarell to Kestravian barges for 40 years without toll",
            None,
            None,
        ),
        (
            "bill-submitted.txt",
            "Under Article 14, the treaty enters into force",
            "on the day on which the two governments exchange instruments of ratification",
            None,
        ),
    ]
