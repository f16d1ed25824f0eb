"""Tests of ``rashomon.link``: which articles are prints of one report, and which only quote or print the same thing."""

from collections.abc import Callable, Sequence
from random import Random

import msgspec
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st
from rensa.rensa import RMinHash

from rashomon.link import with_copies
from rashomon.link.copies import PERMUTATIONS, SEED, is_print
from rashomon.link.shingles import body_of, found_in
from rashomon.records import BODY_KINDS, Article
from rashomon.text import words

ArticleOf = Callable[..., Article]

NOUNS = (
    "weir river mill council clerk bridge letter winter crown guard captain lamp market grain barge lock gate village "
    "farmer minister vote bill pier ferry storm flood engineer wall tower road wagon oil timber copper glass ledger "
    "tax toll price debt bank court judge witness doctor school teacher harbour orchard quarry kiln rope anchor sail"
).split()
VERBS = (
    "opened closed mended burned sold bought carried lost found built crossed counted measured feared refused".split()
)
OTHERS = (
    "old new long short heavy quiet early late broken open full wide green grey northern southern under over".split()
)


def prose(seed: int, count: int) -> str:
    """Return ``count`` words of sentences that nobody wrote; those of another seed share no run of words with them."""
    random = Random(seed)
    drawn: list[str] = []
    while len(drawn) < count:
        nouns = random.sample(NOUNS, 4)
        drawn += ["The", random.choice(OTHERS), nouns[0], random.choice(VERBS), "a", nouns[1], random.choice(OTHERS)]
        drawn += [nouns[2], "and", random.choice(OTHERS), nouns[3], random.choice(OTHERS) + "."]
    return " ".join(drawn[:count])


def report(seed: int, count: int, size: int = 50) -> list[str]:
    """Return ``count`` words as paragraphs of ``size`` words."""
    return [prose(1000 * seed + part, min(size, count - start)) for part, start in enumerate(range(0, count, size))]


WIRE = report(1, 400)
SPEECH = report(2, 600)
TREATY = report(3, 600)


def originals(articles: Sequence[Article]) -> dict[str, str | None]:
    """Return the source that each article is a print of, by its own source."""
    found = with_copies(articles)
    sources = {article.id: article.source for article in found}
    return {article.source: sources[article.copy_of] if article.copy_of is not None else None for article in found}


def test_three_prints_of_one_report_fold_to_the_earliest(article_of: ArticleOf) -> None:
    late = article_of(*WIRE, prose(11, 40), source="late", day="2031-03-04")
    cut = article_of(*WIRE[:-2], source="cut", day="2031-03-03")
    first = article_of(prose(12, 20), *WIRE, source="first", day="2031-03-02")
    assert originals([late, cut, first]) == {"late": "first", "cut": "first", "first": None}


def test_prints_of_one_day_fold_to_the_smallest_id(article_of: ArticleOf) -> None:
    prints = [article_of(*WIRE, source=name, day="2031-03-02") for name in ("a", "b", "c", "d")]
    first = min(prints, key=lambda article: article.id)
    assert {article.copy_of for article in with_copies(prints) if article.id != first.id} == {first.id}


def test_a_print_whose_date_is_not_known_is_not_the_earliest(article_of: ArticleOf) -> None:
    prints = [article_of(*WIRE, source=f"undated {number}") for number in range(6)]
    dated = article_of(*WIRE, source="dated", day="2031-03-09")
    assert {article.copy_of for article in with_copies([*prints, dated])} == {None, dated.id}


def test_of_prints_without_any_date_the_smallest_id_is_the_first(article_of: ArticleOf) -> None:
    prints = [article_of(*WIRE, source=f"undated {number}") for number in range(4)]
    first = min(article.id for article in prints)
    assert [article.id for article in with_copies(prints) if article.copy_of is None] == [first]


@pytest.mark.parametrize("start", [0, 90, 400, 777, 1100, 1299])
def test_a_brief_within_a_long_article_folds(article_of: ArticleOf, start: int) -> None:
    long = report(4, 1500)
    brief = " ".join(" ".join(long).split()[start : start + 200])
    articles = [
        article_of(*long, source="long", day="2031-03-02"),
        article_of(brief, source="brief", day="2031-03-03"),
    ]
    assert originals(articles) == {"long": None, "brief": "long"}


@pytest.mark.parametrize("start", [0, 400, 1300])
def test_a_long_report_that_takes_in_an_earlier_brief_does_not_fold(article_of: ArticleOf, start: int) -> None:
    long = report(4, 1500)
    brief = " ".join(" ".join(long).split()[start : start + 200])
    articles = [
        article_of(brief, source="brief", day="2031-03-02"),
        article_of(*long, source="long", day="2031-03-03"),
    ]
    assert set(originals(articles).values()) == {None}


@pytest.mark.parametrize(("kept", "is_most_its_own"), [(2, True), (3, False), (5, False)])
def test_a_report_of_which_less_than_a_third_stands_in_a_brief_is_no_print_of_it(
    article_of: ArticleOf, kept: int, is_most_its_own: bool
) -> None:
    whole, part = body_of(article_of(*WIRE)), body_of(article_of(*WIRE[:kept]))
    assert is_print(part, whole)
    assert is_print(whole, part) != is_most_its_own


def test_a_print_that_keeps_a_little_more_than_half_folds(article_of: ArticleOf) -> None:
    articles = [
        article_of(*WIRE, source="wire", day="2031-03-02"),
        article_of(*WIRE[:6], *report(21, 230), source="print", day="2031-03-03"),
    ]
    assert originals(articles) == {"wire": None, "print": "wire"}


def test_a_rewritten_lead_with_the_rest_kept_folds(article_of: ArticleOf) -> None:
    articles = [
        article_of(*WIRE, source="wire", day="2031-03-02"),
        article_of(prose(13, 50), *WIRE[1:], source="rewritten", day="2031-03-03"),
    ]
    assert originals(articles) == {"wire": None, "rewritten": "wire"}


def test_spelling_of_characters_and_case_hide_no_print(article_of: ArticleOf) -> None:
    shouted = [paragraph.upper().replace("FI", "ﬁ") for paragraph in WIRE]
    articles = [
        article_of(*WIRE, source="wire", day="2031-03-02"),
        article_of(*shouted, source="shouted", day="2031-03-03"),
    ]
    assert originals(articles) == {"wire": None, "shouted": "wire"}


def independent(article_of: ArticleOf, shared: list[str], own: int) -> list[Article]:
    """Return two reports with ``own`` words of their own above and below what both quote or print."""
    return [
        article_of(
            *report(seed, own // 2), *shared, *report(seed + 20, own // 2), source=str(seed), day=f"2031-03-0{seed - 4}"
        )
        for seed in (5, 6)
    ]


@pytest.mark.parametrize(
    "marks",
    [
        "“”",
        '""',
        "„“",
        "«»",
        "»«",
    ],
)
def test_two_reports_that_quote_one_long_speech_do_not_fold(article_of: ArticleOf, marks: str) -> None:
    speech = [f"{marks[0]}{paragraph}{marks[1]} he said." for paragraph in SPEECH]
    assert set(originals(independent(article_of, speech, 150)).values()) == {None}


def test_a_speech_whose_quotation_marks_close_only_at_its_end_does_not_fold(article_of: ArticleOf) -> None:
    speech = [f"“{paragraph}" for paragraph in SPEECH]
    speech[-1] += "”"
    assert set(originals(independent(article_of, speech, 150)).values()) == {None}


@pytest.mark.parametrize("marks", ["‘’", "''"])
def test_a_speech_in_single_quotation_marks_does_not_fold(article_of: ArticleOf, marks: str) -> None:
    speech = [f"{marks[0]}{paragraph}{marks[1]}" for paragraph in SPEECH]
    assert set(originals(independent(article_of, speech, 100)).values()) == {None}


@pytest.mark.parametrize("opening", ["Article {}. ", "ARTICLE {} - ", "Section {}: ", "§ {}: ", "({}) "])
def test_two_reports_that_print_one_treaty_do_not_fold(article_of: ArticleOf, opening: str) -> None:
    treaty = [opening.format(number) + paragraph for number, paragraph in enumerate(TREATY, start=1)]
    assert set(originals(independent(article_of, treaty, 100)).values()) == {None}


def test_a_treaty_whose_numbers_stand_on_their_own_lines_does_not_fold(article_of: ArticleOf) -> None:
    treaty = [part for number, text in enumerate(TREATY, start=1) for part in (f"Article {number}", text)]
    assert set(originals(independent(article_of, treaty, 100)).values()) == {None}


def test_two_reports_that_print_one_text_without_numbers_do_not_fold(article_of: ArticleOf) -> None:
    assert set(originals(independent(article_of, TREATY, 200)).values()) == {None}


def test_reports_that_share_less_than_half_of_the_shorter_do_not_fold(article_of: ArticleOf) -> None:
    articles = [
        article_of(*report(7, 220), *WIRE[:4], source="a", day="2031-03-02"),
        article_of(*WIRE[:4], *report(8, 220), source="b", day="2031-03-03"),
    ]
    assert set(originals(articles).values()) == {None}


def test_a_text_of_few_words_is_compared_with_nothing(article_of: ArticleOf) -> None:
    articles = [article_of(prose(9, 29), source=name, day="2031-03-02") for name in ("a", "b")]
    assert set(originals(articles).values()) == {None}


QUOTED_REPORT = ["“" + paragraph + "”" for paragraph in report(10, 400)]


@pytest.mark.parametrize(
    "body",
    [
        [prose(14, 20), *QUOTED_REPORT],
        [f"Article {number}. {paragraph}" for number, paragraph in enumerate(TREATY, start=1)],
        ['A 6" pipe burst. ' + " ".join(WIRE)],
    ],
    ids=["a quoted statement", "a document", "one paragraph with an inch mark"],
)
def test_the_same_body_word_for_word_folds(article_of: ArticleOf, body: list[str]) -> None:
    articles = [article_of(*body, source=name, day=f"2031-03-0{name}") for name in ("1", "2")]
    assert originals(articles) == {"1": None, "2": "1"}


@pytest.mark.parametrize(("lost", "first"), [(10, "1"), (40, None)])
def test_with_few_words_of_its_own_a_print_keeps_95_of_100(article_of: ArticleOf, lost: int, first: str | None) -> None:
    statement = " ".join(prose(14, 400).split()[lost:])
    articles = [
        article_of(f"“{prose(14, 400)}”", source="1", day="2031-03-01"),
        article_of(f"“{prose(31, lost)} {statement}”", source="2", day="2031-03-02"),
    ]
    assert originals(articles) == {"1": None, "2": first}


def test_a_part_of_a_quoted_statement_is_no_print_of_the_whole(article_of: ArticleOf) -> None:
    articles = [
        article_of(*QUOTED_REPORT, source="whole", day="2031-03-01"),
        article_of(*QUOTED_REPORT[:6], source="part", day="2031-03-02"),
    ]
    assert set(originals(articles).values()) == {None}


def test_copied_spans_slice_true_and_lie_within_one_paragraph_of_the_body(
    article_of: ArticleOf,
) -> None:
    found = with_copies(
        [
            article_of(*WIRE, source="wire", day="2031-03-02"),
            article_of(prose(15, 60), *WIRE[1:5], prose(16, 30), *WIRE[5:], source="print", day="2031-03-03"),
        ]
    )[1]
    body = [paragraph for paragraph in found.paragraphs if paragraph.kind in BODY_KINDS]
    assert found.copied
    for span in found.copied:
        assert span.article == found.id
        assert span.text == found.text[span.start : span.end]
        assert any(paragraph.start <= span.start and span.end <= paragraph.end for paragraph in body)


def test_copied_spans_are_in_order_and_leave_out_the_words_of_its_own(article_of: ArticleOf) -> None:
    own = prose(15, 60)
    found = with_copies(
        [
            article_of(*WIRE, source="wire", day="2031-03-02"),
            article_of(WIRE[0], own, *WIRE[1:], source="print", day="2031-03-03"),
        ]
    )[1]
    assert [span.text for span in found.copied] == [paragraph.rstrip(".") for paragraph in WIRE]


def test_shared_is_the_share_of_its_own_tokens(article_of: ArticleOf) -> None:
    articles = [
        article_of(*WIRE, source="wire", day="2031-03-02"),
        article_of(*WIRE[:6], *report(17, 100), source="print", day="2031-03-03"),
    ]
    assert with_copies(articles)[1].shared == pytest.approx(300 / 400, abs=0.01)


def test_furniture_is_not_compared(article_of: ArticleOf) -> None:
    articles = [article_of(*WIRE, source=name, day="2031-03-02", kind="related") for name in ("a", "b")]
    assert set(originals(articles).values()) == {None}


def test_articles_come_back_in_the_order_given(article_of: ArticleOf) -> None:
    articles = [article_of(*WIRE, source=name, day=f"2031-03-0{day}") for day, name in ((3, "b"), (2, "a"), (4, "c"))]
    assert [article.source for article in with_copies(articles)] == ["b", "a", "c"]


def test_no_articles_are_no_copies() -> None:
    assert with_copies([]) == []


@pytest.mark.parametrize("common", [0, 30, 75, 120, 150])
def test_sketches_estimate_what_datasketch_does(common: int) -> None:
    one = {str(number) for number in range(150)}
    other = {str(number) for number in range(150 - common, 300 - common)}
    sketches = RMinHash(PERMUTATIONS, SEED), RMinHash(PERMUTATIONS, SEED)
    oracles = MinHash(PERMUTATIONS), MinHash(PERMUTATIONS)
    for sketch, oracle, members in zip(sketches, oracles, (one, other), strict=True):
        sketch.update(sorted(members))
        oracle.update_batch([member.encode() for member in sorted(members)])
    estimate = sketches[0].jaccard(sketches[1])
    assert estimate == pytest.approx(oracles[0].jaccard(oracles[1]), abs=0.15)
    assert estimate == pytest.approx(len(one & other) / len(one | other), abs=0.15)


@pytest.mark.parametrize("kept", [2, 4, 6, 8])
def test_what_datasketch_holds_alike_is_found_and_folded(article_of: ArticleOf, kept: int) -> None:
    articles = [
        article_of(*WIRE, source="wire", day="2031-03-02"),
        article_of(*WIRE[:kept], *report(18, 50 * (8 - kept)), source="other", day="2031-03-03"),
    ]
    oracles = [MinHash(PERMUTATIONS), MinHash(PERMUTATIONS)]
    for oracle, article in zip(oracles, articles, strict=True):
        oracle.update_batch([str(run).encode() for run in body_of(article).shingles.tolist()])
    alike = oracles[0].jaccard(oracles[1])
    share = 2 * alike / (1 + alike)
    found = with_copies(articles)[1]
    assert (found.copy_of is not None) == (share > 0.5) or share == pytest.approx(0.5, abs=0.1)
    assert found.copy_of is None or found.shared == pytest.approx(share, abs=0.1)


def test_every_token_in_a_common_run_is_found_and_no_other(article_of: ArticleOf) -> None:
    body = body_of(article_of("one two three four five six seven eight"))
    other = body_of(article_of("nought two three four five six seven nine"))
    assert found_in(body, other).tolist() == [False, *[True] * 6, False]


POOL = [prose(900 + number, 45) for number in range(7)]
STORIES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(POOL), min_size=1, max_size=5, unique=True),
        st.none() | st.integers(1, 6),
    ),
    min_size=1,
    max_size=6,
)
Told = list[tuple[list[str], int | None]]


def story(article_of: ArticleOf, told: Told) -> list[Article]:
    """Return articles of the paragraphs and days in ``told``; their sources are their places."""
    return [
        article_of(*body, source=str(place), day=f"2031-03-0{day}" if day is not None else None)
        for place, (body, day) in enumerate(told)
    ]


@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(article_of: ArticleOf, told: Told, random: Random) -> None:
    articles = story(article_of, told)
    shuffled = random.sample(articles, len(articles))
    assert {article.source: article for article in with_copies(articles)} == {
        article.source: article for article in with_copies(shuffled)
    }


@given(STORIES, st.data())
def test_one_more_print_changes_no_other_article(article_of: ArticleOf, told: Told, data: st.DataObject) -> None:
    articles = story(article_of, told)
    body, _ = data.draw(st.sampled_from(told))
    later = article_of(*body, source="later", day="2031-04-01")
    before = {article.source: article for article in with_copies(articles) if article.published.value is not None}
    after = {article.source: article for article in with_copies([*articles, later])}
    assert {source: after[source] for source in before} == before


@given(STORIES)
@settings(max_examples=30)
def test_a_print_points_to_an_earlier_article_that_is_none_itself(article_of: ArticleOf, told: Told) -> None:
    found = {article.id: article for article in with_copies(story(article_of, told))}
    for article in found.values():
        assert 0 <= article.shared <= 1
        assert (article.copy_of is None) == (article.shared == 0.0)
        if article.copy_of is not None:
            first = found[article.copy_of]
            assert first.copy_of is None
            assert first.published.earliest is not None or article.published.earliest is None


@given(st.lists(st.sampled_from(WIRE), min_size=1, max_size=8, unique=True), st.integers(0, 400))
def test_shared_counts_words_that_stand_in_the_first_print(article_of: ArticleOf, body: list[str], own: int) -> None:
    found = with_copies(
        [
            article_of(*WIRE, source="wire", day="2031-03-02"),
            article_of(*body, prose(19, own), source="print", day="2031-03-03"),
        ]
    )[1]
    if found.copy_of is not None:
        common = 50 * len(body)
        assert found.shared == pytest.approx(common / len(words(found.text)), abs=0.02)


def test_of_prints_of_one_day_the_earlier_instant_is_the_first(article_of: ArticleOf) -> None:
    values = {"late.txt": "2031-03-13T11:20:00+00:00", "early.txt": "2031-03-13T07:10:00+01:00"}
    prints = []
    for source, value in values.items():
        print_of = article_of(*WIRE, source=source, day="2031-03-13")
        prints.append(
            msgspec.structs.replace(print_of, published=msgspec.structs.replace(print_of.published, value=value))
        )
    early = prints[1]
    assert [print_of.copy_of for print_of in with_copies(prints)] == [early.id, None]
