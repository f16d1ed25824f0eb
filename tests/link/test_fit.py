"""Tests of ``rashomon.link.fit``: which articles tell the story, and which belong to another."""

from collections.abc import Callable, Sequence
from itertools import permutations
from time import perf_counter

import msgspec
import pytest

from rashomon.link.fit import with_fit
from rashomon.link.rarity import rarity
from rashomon.records import Article, Entity, Record
from tests.publish.tellings import entity, words

ArticleOf = Callable[..., Article]

COUNCIL = """
The council of Ferrel voted on Monday to pull down the old weir on the Tamarel, two of whose arches have sunk.

Anna Kessel, the clerk, said that the work would begin in May and cost 900,000 crowns, a third of it paid by the
province of Sorn. Engineers had found cracks in the masonry after the floods of last winter.

The weir was built in 1884 for a paper mill. Barges have not used its lock for eleven years.
"""
DEBATE = """
Ferrel is to lose its weir: councillors backed the demolition by nine votes to two after a long and angry debate.

The arches have sunk into the bed of the Tamarel, and engineers warned that the masonry could give way in the next
floods. “We have waited too long,” said the clerk, Anna Kessel.

Sorn will pay a third of the cost. The paper mill for which the weir was made closed eleven years ago.
"""
ANGLERS = """
Anglers on the Tamarel have protested against the demolition of the Ferrel weir, which the council decided.

“The pool behind the masonry is the best water in Sorn,” said Peter Holm of the anglers' club. He asked the clerk,
Anna Kessel, for a fish ladder instead. Engineers say that the sunken arches can't be mended.

The demolition is to begin in May, before the floods, and to cost the province 300,000 crowns.
"""
REGATTA = """
Rowers from Varse won the spring regatta on Lake Ilmen by two lengths, the first victory of the club since 1997.

Their stroke, Dana Orlova, said that the boat had been faster than in training. The favourites from Halmey came
third after losing an oar at the second buoy, and lodged a protest with the umpire.

About four thousand spectators stood on the shore in pouring rain. The autumn regatta will be rowed at Halmey.
"""
CHESS = """
Grandmaster Ilya Brandt drew the final game of the tournament with a sacrifice that left the hall in silence.

Analysts found that the computer had preferred a quiet retreat of the bishop. Brandt shrugged: “Machines never get
tired, so they never gamble,” and signed scoresheets for an hour.

The trophy goes to the challenger, Noor Haddad, who needs one more norm for her title and flies home on Sunday.
"""
GERMAN = """
Der Stadtrat von Ferrel hat am Montag beschlossen, das alte Wehr im Tamarel abzureißen. Zwei der Bögen sind im
Schlamm versunken, und Fachleute fanden nach dem Hochwasser im Winter tiefe Risse im Mauerwerk der Anlage.

Die Stadtschreiberin Anna Kessel sagte, die Arbeiten würden im Mai beginnen. Ein Drittel der Kosten übernimmt die
Provinz. Angler hatten gegen den Abriss protestiert und eine Fischtreppe verlangt, doch die Mehrheit blieb hart.

Das Wehr wurde für eine Papiermühle gebaut, deren Besitzer vor langer Zeit aufgab. Seither verfielen Schleuse und
Kammer, Spaziergänger mieden den schmalen Steg, und Kinder warfen Steine in das trübe Becken darunter.

Gegner des Beschlusses kündigten Klage an. Sie fürchten um seltene Vögel, deren Nester zwischen den Pfeilern liegen,
und werfen der Verwaltung vor, ein billigeres Gutachten verschwiegen zu haben. Darüber entscheidet nun ein Gericht.
"""
WEIR = (COUNCIL, DEBATE, ANGLERS)
"""Three accounts of one story; those above are of others, but for the German one."""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return text.strip().split("\n\n")


@pytest.fixture
def weir(article_of: ArticleOf) -> list[Article]:
    """Return three accounts of one story."""
    return [article_of(*paragraphs(text), source=f"weir {number}") for number, text in enumerate(WEIR)]


def strangers(articles: Sequence[Article], entities: Sequence[Entity] = ()) -> list[str]:
    """Return the sources of the articles that belong to another story."""
    return [article.source for article in with_fit(articles, entities) if not article.related]


def elsewhere(article: Article, language: str = "de") -> Article:
    """Return an article whose language is not read."""
    return msgspec.structs.replace(article, language=language, annotated=False)


def test_accounts_of_one_story_are_related(weir: list[Article]) -> None:
    assert strangers(weir) == []


def test_an_account_of_another_story_is_not(weir: list[Article], article_of: ArticleOf) -> None:
    regatta = article_of(*paragraphs(REGATTA), source="regatta")
    assert strangers([*weir, regatta]) == ["regatta"]


def test_two_strangers_need_not_be_alike(weir: list[Article], article_of: ArticleOf) -> None:
    others = [article_of(*paragraphs(REGATTA), source="regatta"), article_of(*paragraphs(CHESS), source="chess")]
    assert strangers([*others, *weir]) == ["regatta", "chess"]


def test_one_article_is_related(article_of: ArticleOf) -> None:
    assert strangers([article_of(*paragraphs(REGATTA))]) == []


def test_no_article_is_no_story() -> None:
    assert with_fit([], []) == []


def test_of_two_that_have_nothing_in_common_both_stay(article_of: ArticleOf) -> None:
    assert (
        strangers([article_of(*paragraphs(REGATTA), source="regatta"), article_of(*paragraphs(CHESS), source="chess")])
        == []
    )


def test_half_of_the_articles_are_no_majority(weir: list[Article], article_of: ArticleOf) -> None:
    others = [article_of(*paragraphs(REGATTA), source="regatta"), article_of(*paragraphs(CHESS), source="chess")]
    assert strangers([*weir[:2], *others]) == []


def test_prints_of_one_report_are_no_majority(weir: list[Article], article_of: ArticleOf) -> None:
    regattas = [article_of(*paragraphs(REGATTA), source=f"regatta {number}") for number in range(4)]
    prints = [regattas[0], *(msgspec.structs.replace(one, copy_of=regattas[0].id) for one in regattas[1:])]
    assert strangers([*weir, *prints]) == []


def test_a_print_of_a_stranger_is_one(weir: list[Article], article_of: ArticleOf) -> None:
    regatta = article_of(*paragraphs(REGATTA), source="regatta")
    copy = msgspec.structs.replace(article_of(*paragraphs(REGATTA), source="copy"), copy_of=regatta.id)
    assert strangers([*weir, regatta, copy]) == ["regatta", "copy"]


def made_up(start: int, count: int) -> str:
    """Return words that nobody has; those of other numbers are others."""
    letters = "bcdfghjklmnpqrtvwxz"
    numbers = range(start, start + count)
    return " ".join(f"q{letters[n // 361]}{letters[n // 19 % 19]}{letters[n % 19]}x" for n in numbers)


@pytest.mark.parametrize(("accounts", "kept"), [(9, False), (12, True)])
def test_in_a_wide_story_it_is_enough_to_be_like_the_whole(article_of: ArticleOf, accounts: int, kept: bool) -> None:
    wide = [
        article_of(f"{made_up(0, 14)} {made_up(100 * number, 56)}", source=str(number))
        for number in range(1, accounts + 1)
    ]
    stranger = article_of(made_up(5000, 70), source="stranger")
    like_none = article_of(f"{made_up(0, 8)} {made_up(6000, 62)}", source="like none")
    assert strangers([*wide, stranger, like_none]) == (["stranger"] if kept else ["stranger", "like none"])


def test_furniture_makes_no_relation(weir: list[Article], article_of: ArticleOf) -> None:
    regatta, named = (
        article_of(*paragraphs(REGATTA), source="regatta"),
        article_of(*paragraphs(REGATTA), *paragraphs(COUNCIL), source="regatta and weir"),
    )
    kept = len(paragraphs(REGATTA))
    related = msgspec.structs.replace(named, body=named.body[:kept], source="regatta, weir in a list")
    assert strangers([*weir, regatta, related]) == ["regatta", "regatta, weir in a list"]
    assert strangers([*weir, named]) == []


def test_a_line_or_two_are_not_judged(weir: list[Article], article_of: ArticleOf) -> None:
    assert strangers([*weir, article_of("Rain is expected.", source="short"), article_of(source="empty")]) == []


def named(weir: Sequence[Article]) -> list[Entity]:
    """Return who is named by the first account."""
    return [entity(words(weir[0], "Anna Kessel")), entity(words(weir[0], "Ferrel"), kind="place")]


def test_an_account_in_another_language_is_known_by_its_names(weir: list[Article], article_of: ArticleOf) -> None:
    account = elsewhere(article_of(*paragraphs(GERMAN), source="german"))
    assert strangers([*weir, account], named(weir)) == []


def test_an_account_in_another_language_without_the_names_is_a_stranger(
    weir: list[Article], article_of: ArticleOf
) -> None:
    text = GERMAN
    for name in ("Ferrel", "Tamarel", "Anna Kessel", "Montag"):
        text = text.replace(name, "Halmstadt")
    assert strangers([*weir, elsewhere(article_of(text, source="other"))], named(weir)) == ["other"]


def test_a_short_account_in_another_language_stays(weir: list[Article], article_of: ArticleOf) -> None:
    assert strangers([*weir, elsewhere(article_of("Regen am Sonntag.", source="short"))], named(weir)) == []


def test_what_is_written_in_other_letters_stays(weir: list[Article], article_of: ArticleOf) -> None:
    alphabet = "абвгдежзик"
    text = " ".join(a + b + c + "шум" for a in alphabet for b in alphabet for c in alphabet[:3])
    assert strangers([*weir, elsewhere(article_of(text, source="other"), "ru")], named(weir)) == []


def test_without_an_account_that_is_read_nobody_is_a_stranger(article_of: ArticleOf) -> None:
    accounts = [
        elsewhere(article_of(*paragraphs(text), source=str(number)))
        for number, text in enumerate((GERMAN, REGATTA, CHESS))
    ]
    assert strangers(accounts) == []


def test_the_order_changes_nothing(weir: list[Article], article_of: ArticleOf) -> None:
    articles = [
        *weir,
        article_of(*paragraphs(REGATTA), source="regatta"),
        elsewhere(article_of(*paragraphs(GERMAN), source="german")),
    ]
    for order in permutations(articles):
        assert strangers(order, named(weir)) == ["regatta"]


def test_nothing_but_related_changes(weir: list[Article], article_of: ArticleOf) -> None:
    given = [*weir, article_of(*paragraphs(REGATTA), source="regatta")]
    assert [msgspec.structs.replace(article, related=True) for article in with_fit(given, [])] == given


def test_the_example(tamarel: Record) -> None:
    ferry = "ferry-runs-aground.txt"
    articles = [msgspec.structs.replace(article, related=True) for article in tamarel.articles]
    assert strangers(articles, tamarel.entities) == [ferry]


def test_hundreds_of_articles_take_no_more_than_seconds(article_of: ArticleOf) -> None:
    articles = [
        article_of(*paragraphs(WEIR[number % 3]), f"And {number} more.", source=str(number)) for number in range(400)
    ]
    start = perf_counter()
    assert strangers(articles) == []
    assert perf_counter() - start < 20


@pytest.mark.parametrize("text", ["9" * 100_000, "٣" * 1000, "ŉ ½ ² İ ß " * 100, "\ud800 " * 50, "a" * 100_000])
def test_no_text_is_too_odd(weir: list[Article], article_of: ArticleOf, text: str) -> None:
    odd = article_of(text, source="odd")
    assert strangers([*weir, odd, elsewhere(odd)], named(weir)) == []


def test_rare_words_tell_more() -> None:
    assert rarity("the") == 0 < rarity("said") < rarity("treaty") < rarity("Tamarel") == rarity("9") == 1
