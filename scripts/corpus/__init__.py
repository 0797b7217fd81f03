"""A corpus of advisory opinions, from files to a verified site.

Each entry is a layer: a folder with its modules, or one module. A module imports
from its own layer and from those above it in this list, never from those below;
`tests/test_layers.py` checks that. The first line of each module says what it holds. Search this
list; nobody needs to read it from top to bottom.

    findings    what can be wrong with a file, and where
    paths       where the files of a corpus and of this project are, and the URL of a page
    today       today's date. A few commands need it, and so do the readers of opinion numbers,
                because a year in the future cannot be part of a number
    parallel    work spread over the processors of the machine
    parsing     bytes become values that know their line and column
                  damage, field_mistakes, field_types, files, form_types, front_matter, meaning,
                  parsed_file, schema, yaml_brackets, yaml_lines, yaml_misread, yaml_mistakes,
                  yaml_quotes, yaml_text, yaml_values
    model       what a record, an authority and the settings of a commission may contain
                  approval_line, approval_words, authority, authority_kind, cited_body, commission,
                  date_format, edition, field_labels, json_schema, kind_settings, note_marks,
                  number_forms, opinion, opinion_id, opinion_names, opinion_parts, partial_date,
                  proposed_forms, provenance, provision_parts, record_models, roman_numerals,
                  separate_opinions, series, static_page, vocabularies, words
    text        the approved text: inline marks, blocks, numbered paragraphs
                  approval_day, approved_text, asked_questions, blocks, foreign_letters, inline,
                  markdown_escape, markdown_mask, other_numbers, printable, separate_parts
    citations   citations found in running text; how opinions and authorities are named in print
                  aliases, authority_reader, cited_bodies, common_names, counts, document, doubts,
                  enumeration, finder, form_style, found_citation, found_citation_formats, grammar,
                  heading_number, introducers, javascript, masks, names, names_after, names_before,
                  number_lists, number_style, numbers_in_words, opinion_forms, opinion_lists,
                  opinion_numbers, opinion_ranges, ordinary_words, other_bodies, own_names,
                  parts_alone, parts_before, patterns, pinpoints, range_members, ranges,
                  read_so_far, rule_sets, section_numbers, sections, spellings, word_patterns
    library     the corpus as read from files, and the ledger with the hashes of sealed texts
                  corpus, ledger, loader, missing_numbers, present_files, record, record_layout,
                  record_parser, record_template, record_writer, references, seals, settings
    checks      the rules in `rules/`; how they are run and how findings are formatted
                  citation_words, hints, kind_examples, new_forms, own_examples, placeholders,
                  places, registry, report, runner, showable, waivers
                  rules/: op0_characters, op0_file, op1_fields, op1_record, op1_series,
                  op1_settings, op2_approval, op2_markup, op2_opening, op2_pages, op2_text,
                  op3_citations, op3_editions, op3_kinds, op3_sources, op4_aliases, op4_effects,
                  op4_files, op4_numbers, op4_relations, op5_corrections, op5_days, op5_ledger,
                  op5_words
    analysis    what follows from all records together, such as a status, and how it is worded
                  answer_marks, approval_dates, authority_standing, change_labels, changed_law,
                  changes, changing_words, charts, citation_uses, cite_check, cite_check_formats,
                  cited_paragraphs, citing, events, find_opinion, history, impact, index,
                  last_modified, later_opinions, later_places, law_labels, linked_words,
                  not_checked, old_numbers, opinion_standing, paragraph_status, related, standing,
                  status, status_labels, still_holds, timeline, word_diff
    output      the content of pages and files, before anything is written; `exports/`: one module
                for each kind of file
                  page, ready_html, task
                  exports/: akoma_ntoso, bibliography, cite_check_data, collection_data,
                  data_models, datapackage, export_tasks, feeds, formats, head_tags, linked_data,
                  llms_txt, opinion_data, own_descriptions, redirects, row_models, search_data,
                  search_filters, search_index, sitemap, table_rows
    pages       every page: one module for each family, with its views; `templates/`
                  authorities, citation_lines, collection_views, common_views, drafts, environment,
                  index_tables, opinion_lists, opinions, page_tasks, questions, site_pages,
                  static_pages, text_html, then_and_now, tools, whole_collection
    pdf         opinions on paper: what a PDF shows, and how Typst sets it; `templates/`
                  approved_text, document, files, opinions, typeset_process, typesetting, volume,
                  volumes_by_year
    intake      a Word, PDF or text file becomes the draft of a record
                  block_headings, document, doubtful_words, draft, draft_places, existing_record,
                  filled_record, headings, hidden_signs, hyphens, in_no_draft, kept_copy, layout,
                  libreoffice, lone_marks, long_text_diff, mail, markdown, metadata,
                  names_in_sentences, number_words, opening_number, outcome, page_number_runs,
                  paragraph_differences, paragraphs, place, plain_text, quoted_mail, quoted_words,
                  reader, record_report, remark_sentences, remarks, report, second_reading,
                  source_fields, typed_columns, typed_line_numbers, typed_notes, unordered_words,
                  web_page, web_page_left_out, web_page_marks, web_page_remarks, woven_reading
                  page_edges/: edge_lines, headers_footers, numbered_titles, opinion_titles,
                  page_numbers, repeated_texts, running_heads, two_page_heads
                  pdf/: annotations, besides_text, boxes, columns, drop_caps, false_letters, file,
                  footnotes, layers, letter_styles, likely_words, line_numbers, lines, ocr, page,
                  pdfminer_file, pieces, reader, scanned_lines, second_reading, spacing, tables,
                  truetype_letters, unpacked, words
                  volume/: headings_by_citation, owners, parts, remarks, sections, split
                  word/: field_codes, headers, notes, numbering, package, paragraphs, reader,
                  remarks, runs, second_reading, styles, symbols
    build       the staged folder becomes a verified site, swapped into place
                  atomic, contents, hard_links, lock, manifest, mkdocs, mkdocs_hook, parsed_page,
                  pdf_files, preview, problem_bar, script_bundles, site, stage, subprocesses, swap,
                  theme_files, verify
                  serve/: background_command, changed_pages, live_site, server
    filing      drafts and their documents become files of the collection
                  draft_files, filed_drafts, kept_document
    review      shows reviewers what a change means for readers
                  effects, law_effects, opinion_effects, record_versions, revision, site_effects,
                  site_state
                  changes/: description_changes, field_changes, law_changes, look_alikes,
                  new_corrections, other_files, printed_changes, record_changes, separate_changes,
                  setting_changes, text_changes, text_passages, withdrawal_changes
                  comment/: comment_links, comparison_report, effects_report, headings, law_report,
                  listed_findings, markdown_parts, new_opinion_report, other_files_report,
                  records_report, shortened, to_do, whole_comment
                  documents/: against_documents, block_places, comparison, document_changes,
                  new_texts, normal_words, sealed_texts, source_words, text, text_of_opinion
    desk        a browser page where a document becomes a finished record
                  collection, desk_pages, effects_in_words, errors, fields, finish, law, open_desk,
                  open_questions, own_words, page_files, plain_words, preview, problems, queue,
                  refusals, remarks_in_words, routes, run, security, state, still_used, topics,
                  work_pages
                  documents/: already_there, arrival, incoming, kept, side_by_side, to_compare
                  handover/: branch, download, git, marks, prepared, push
                  in_progress/: collection_files, folder, key, shared_file_changes, work, workspace
                  text/: approval_line, edit, heading_line, left_out, line_in_fields,
                  paragraph_numbers
    starter     turns the answers to the questions of `init.py` into a collection that passes every
                check; `templates/`
                  answers, example_citation, example_line, example_number, files, unreadable
    cli         what all commands have in common

In `checks/rules/`, the modules `op3_…` have the rules OP3…, such as OP301. OP0 is about the file
and its characters; OP1 the fields and the settings; OP2 the text; OP3 citations, authorities and
sources; OP4 files, aliases, effects and relations between opinions; OP5 seals, corrections and
days in the future.

`scripts/devtools/` is outside these layers: the benchmark, fictional collections, archives, and
previews in a folder.

Names that look alike:

- `approval_line` in `model`: whether a line fits a pattern of the settings. In `desk/text`: what
  happens when a person says that a line is the approval line.
- `approval_words`: whether a line looks like an approval line even if it fits no pattern.
- `approval_day`: which line of a text gives the day of approval, and which other lines near the
  beginning or the end of the text look as if they did. `approval_dates`: other dates in approval
  lines, such as days of revision.
- `approved_text` in `text`: the text with its numbered paragraphs. In `pdf`: as a PDF shows it.
- `changes`: what later opinions changed in an earlier one. The folder `review/changes` has what a
  pull request changes.
- `document` in `intake`: a document as read. In `citations`: a letter or memo with its citations.
  In `pdf`: the values that a PDF shows.
- `draft`, `draft_files`, `filed_drafts`: unfinished records, made from documents. `drafts`: texts
  that are open for comment.
- `fields`: those that the form of the desk may change. `field_labels`: their names in reports and
  lists.
- `files` in `parsing`: how a file is read. In `pdf`: which PDF files there are. In `starter`: the
  files of a new collection.
- `headings` in `intake`: which lines are headings. In `review/comment`: the headings of the
  comment.
- `numbers_in_words`: how texts write numbers, as in `Canon Three`. `effects_in_words` and
  `remarks_in_words`: what the desk shows.
- `opinion_lists` in `citations`: several opinions cited at once. In `pages`: the lists of opinions.
- `opinions` in `pages`: the page of an opinion. In `pdf`: its PDF.
- `page` in `output`: a page of the site. In `intake/pdf`: a page of a PDF file.
- `paragraphs` in `intake`: joins the lines of any document into paragraphs. In `intake/word`: the
  paragraphs of a Word file.
- `place`: where something is in a document. `places`: the field that a finding is about.
- `preview` in `build`: the site of a pull request. In `desk`: the page that readers will see.
- `reader` in `intake`: opens any file. In `intake/word` and `intake/pdf`: reads one format.
- `remarks` in `intake`: every kind of remark. In `intake/word` and `intake/volume`: remarks on
  Word files and on volumes.
- `report` in `checks`: findings as text. In `intake`: what to compare in a draft.
- `second_reading` in `intake`: compares two readings. In `intake/word` and `intake/pdf`: makes the
  second one.
- `sections` in `citations`: sections of a code. In `intake/volume`: what is below each heading.
- `status`: what became of an opinion or an answer, as a value. `status_labels`: the same in words.
  `standing`: the possible results of a cite check. `opinion_standing` and `authority_standing`:
  which result a cited opinion or authority gets.
- `words` in `model`: the body's own words. In `intake/pdf`: the words on a page.

Layers and files:

- Only `parsing`, `library`, `intake`, `build`, `filing`, `review`, `desk` and `starter` read or
  write files. `pages` and `pdf` read no files but their own templates.
- Only the commands in `scripts/` and the module `cli` print and exit. Three other modules may do
  part of it: `parallel` shows the progress bar and ends its own processes, `pdf/typeset_process`
  writes its PDF to standard output, and `desk/run` ends the program of the desk.
- Values are frozen. Whatever follows from the records is computed, never typed. A `Memo` or a
  `cached_property` keeps what was computed.

Scripts of the browser are in `scripts/theme/assets/js/`: one for each page that needs one, and the
folders `citations/`, `cite-check/` and `search/` with what they use. Those of the desk are in
`desk/assets/`.
"""
