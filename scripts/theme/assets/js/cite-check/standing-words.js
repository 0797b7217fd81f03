// How the standings of a cite check are put into words.

const OTHER_WORDS = { no_later_change_recorded: "no change recorded", compare_the_day: "may have changed or been renumbered since", old_number: "may be an old number", modified_elsewhere: "changed only elsewhere", separate_opinion: "in a separate opinion", law_may_have_changed_since: "law may have changed or been renumbered since", law_changed_since: "law changed or renumbered since", law_renumbered_since: "law changed or renumbered since", text_not_held: "status not checked" };

// `no history recorded` for `no_history_recorded`.
export const inWords = (standing) => OTHER_WORDS[standing] ?? standing.replaceAll("_", " ");

export const withoutSince = (words) => words.replace(/ since$/, "");
