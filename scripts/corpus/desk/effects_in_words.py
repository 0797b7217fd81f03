"""What an opinion does to an earlier one, as the form says it."""

from corpus.model.opinion_parts import Effect

EFFECTS_IN_WORDS = {
    Effect.CITES: ("only mentions it", "names it, and says nothing for or against it"),
    Effect.FOLLOWS: ("follows it", "agrees with it, or decides in the same way because of it"),
    Effect.REAFFIRMS: ("confirms it again", "says that it still holds"),
    Effect.DISTINGUISHES: ("says that this case is different", "leaves it as it is"),
    Effect.MODIFIES: ("changes part of it", "the rest of it still holds"),
    Effect.SUPERSEDES: ("takes its place", "it no longer holds"),
}
"""What an opinion does to an earlier one, as a clerk would say it, and what that means."""
