"""How much stands behind a line: articles, outlets, independent reports, origins."""

from collections.abc import Callable, Iterable, Mapping

from rashomon.records import Article, Claim, Support


class Sources:
    """Who stands behind the accounts of a story."""

    def __init__(self, articles: Iterable[Article], claims: Iterable[Claim]) -> None:
        """Take the articles with their copies known, and the claims."""
        self.articles: Mapping[str, Article] = {article.id: article for article in articles}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in claims}

    def support(self, told: Iterable[tuple[str, str | None]]) -> Support:
        """Return the support of what is told by articles, each with the claim that tells it, if one does.

        Of prints of one report the first says whose word it is; the others add no origin, however they were read.
        """
        told = list(told)
        ids = sorted({article for article, _ in told})
        first = {self.report(article) for article in ids} & set(ids)
        originals = [one for one in told if one[0] in first or self.report(one[0]) not in first]
        return Support(
            articles=len(ids),
            outlets=len({self._outlet(article) for article in ids}),
            independent=len(_folded(ids, self._outlet, self.report)),
            origins=len({self._origin(article, claim) for article, claim in originals}),
        )

    def report(self, article: str) -> str:
        """Return the article that another is a print of, itself where it is none."""
        return self.articles[article].report

    def _outlet(self, article: str) -> str:
        """Return the publisher; an article whose publisher is not known counts as one of its own."""
        outlet = self.articles[article].outlet
        return article if outlet is None else f"outlet {outlet.name}"

    def _origin(self, article: str, claim: str | None) -> str:
        """Return the far end of the chain: who is quoted, else the agency or the outlet that speaks."""
        speaker = None if claim is None else self.claims[claim].speaker.entity
        if speaker is not None:
            return speaker
        report = self.report(article)
        agency = self.articles[article].agency or self.articles[report].agency
        return self._outlet(report) if agency is None else f"agency {agency.name}"


def _folded(ids: Iterable[str], *alike: Callable[[str], str]) -> set[str]:
    """Return one article of each group in which every two are linked by something that they share."""
    first: dict[str, str] = {}
    groups: dict[str, str] = {}

    def root(one: str) -> str:
        while groups[one] != one:
            one = groups[one]
        return one

    for one in ids:
        groups[one] = one
        for share in alike:
            other = first.setdefault(share(one), one)
            groups[root(one)] = root(other)
    return {root(one) for one in groups}
