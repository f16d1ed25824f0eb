"""Who speaks in the claims of a record."""

from rashomon.records import Record


class Speakers:
    """The speakers of a record by the claims that they make."""

    def __init__(self, record: Record) -> None:
        """Take the claims and the entities of a record."""
        self.claims = {claim.id: claim for claim in record.claims}
        self.names = {entity.id: entity.name for entity in record.entities}

    def of(self, claim: str | None) -> str | None:
        """Return what the speaker of a claim is called: an entity by its name, else by the words of the account."""
        told = self.claims.get(claim or "")
        if told is None or told.speaker.kind == "unknown":
            return None
        words = None if told.speaker.span is None else " ".join(told.speaker.span.text.split()).strip(" ,;:")
        return self.names.get(told.speaker.entity or "", words)
