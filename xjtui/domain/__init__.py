"""Plan, people, records, rules, guide, summary: pure, frozen, standard library only; no I/O, no clock, no locale."""
