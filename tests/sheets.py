"""A tiny station with every page that somebody fills in, for tests of money and of sheets."""

PAGES = {
    "small-sparks/apply": "Apply",
    "small-sparks/decisions": "Decisions",
    "self-directed-support/what-to-say": "What to say",
    "self-directed-support/test-budget": "Test budget",
    "self-directed-support/pooled-budget": "Pooled budget",
    "recovery/self-check": "Self-check",
    "recovery/entry-and-exit-plan": "My plan",
    "recovery/appointment": "Appointment",
    "recovery/leaving-prison": "Leaving prison",
}
SHEETS = "".join(
    f"-- site/pages/{path}.md --\n---\ntitle: {title}\nsummary: To fill in.\n---\nSome words.\n"
    for path, title in PAGES.items()
)
