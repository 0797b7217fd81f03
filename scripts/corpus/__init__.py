"""A corpus of advisory opinions, from files to a verified site.

Each entry is a layer: a folder with its modules, or one module. A module imports
from its own folder and from those listed above it, never from those below; `tests/test_layers.py`
checks that. The first line of each module says what it holds.

    findings    what can be wrong with a file, and where
    paths       where the files of a corpus and of this project are, and the URL of a page
    parallel    work spread over the processors of the machine
    parsing     bytes become values that know their line and column
                  damage, fences, field_mistakes, field_types, files, front_matter, parsed_file,
                  yaml_brackets, yaml_lines, yaml_misread, yaml_mistakes, yaml_quotes, yaml_text,
                  yaml_values
    model       what a record, an authority and the settings of a commission may contain
                  approval_line, approval_words, authority, authority_kind, cited_body,
                  commission, date_format, edition, json_schema, kind_settings, line_templates,
                  opinion, opinion_id, opinion_parts, partial_date, provenance, roman_numerals,
                  separate_opinions, series, static_page, vocabularies, words
    text        the approved text: inline marks, blocks, numbered paragraphs
                  approval_day, approved_text, blocks, foreign_letters, inline, lines_like_approval,
                  markdown_escape, markdown_mask, printable, questions, separate_parts
    citations   citations found in running text; how opinions and authorities are named in print
                  cited_bodies, cited_heading, document, doubts, enumeration, finder,
                  found_citation, grammar, introducers, javascript, names, opinion_forms,
                  opinion_lists, opinion_numbers, opinion_ranges, ordinary_words, other_bodies,
                  parts_before, patterns, pinpoints, quick_search, ranges, rule_sets, sections
    library     the corpus as read from files, and the ledger with the hashes of sealed texts
                  corpus, ledger, loader, numbering, present_files, record, record_layout,
                  record_parser, record_template, record_writer, references, seals, settings
    checks      the rules in `rules/`; how they are run and how findings are formatted
                  citation_words, collisions, new_forms, number_fields, placeholders, places,
                  registry, report, runner, showable, waivers
                  rules/: op0_characters, op0_file, op1_fields, op1_record, op1_series,
                  op1_settings, op2_approval, op2_markup, op2_opening, op2_pages, op2_text,
                  op3_citations, op3_kinds, op3_sources, op4_effects, op4_files, op4_relations,
                  op5_corrections, op5_days, op5_ledger, op5_words
    analysis    what follows from all records together
                  approval_dates, charts, cite_check, cite_check_formats, citing, find_opinion,
                  history, impact, index, last_modified, linked_words, related, standing, status,
                  status_labels, still_holds, timeline, word_diff
    output      pages and files as values; `exports/` has one module for each kind of file
                  page, ready_html, task
                  exports/: akoma_ntoso, bibliography, cite_check_data, collection_data,
                  data_models, datapackage, export_tasks, feeds, formats, head_tags, linked_data,
                  llms_txt, opinion_data, own_descriptions, redirects, row_models, search_data,
                  search_filters, search_index, sitemap, table_rows
    pages       every page: one module for each family, with its views; `templates/`
                  authorities, citation_lines, collection_views, common_views, drafts,
                  environment, index_tables, opinion_lists, opinions, page_tasks, questions,
                  redirect_pages, site_pages, static_pages, text_html, then_and_now, tools,
                  whole_collection
    pdf         opinions on paper: what a PDF shows, and how Typst sets it; `templates/`
                  apart, approved_text, document, files, opinions, parts, typesetting, volume
    intake      a Word, PDF or text file becomes the draft of a record
                  document, draft, draft_places, existing_record, filled_record, headers_footers,
                  hidden_signs, hyphens, libreoffice, mail, markdown, metadata, number_words,
                  opening_number, page_edges, page_numbers, paragraphs, pdf, pdf_annotations,
                  pdf_boxes, pdf_columns, pdf_drop_caps, pdf_false_letters, pdf_file, pdf_footnotes,
                  pdf_line_numbers, pdf_lines, pdf_ocr, pdf_outside, pdf_page, pdf_pieces,
                  pdf_scanned_lines, pdf_second_reading, pdf_spacing, pdf_styles, pdf_tables,
                  pdf_unpacked, pdf_words, plain_text, quoted_mail, reader, remark_sentences,
                  remarks, report, running_heads, running_titles, second_reading, text_diff,
                  two_page_heads, volume, volume_back_matter, volume_cited_headings, volume_parts,
                  volume_sections, web_page, web_page_remarks, word, word_comparison, word_fields,
                  word_headers, word_notes, word_numbering, word_package, word_paragraphs,
                  word_remarks, word_runs, word_second_reading, word_styles, word_symbols,
                  woven_reading
    build       the staged folder becomes a verified site, swapped into place
                  against_documents, atomic, caution_boxes, comment_links, comparison_report,
                  contents, description_changes, document_changes, document_comparison,
                  document_part, document_places, document_text, effects, effects_report,
                  field_changes, headings, law_changes, law_effects, law_report, links,
                  listed_findings, live_preview, lock, look_alikes, manifest, markdown_parts,
                  marked_words, mkdocs, mkdocs_hook, new_corrections, new_opinion_report,
                  opinion_effects, parsed_page, pdf_files, preview, preview_server, preview_site,
                  printed_changes, printed_report, problem_bar, publish, record_changes,
                  record_versions, records_report, revision, script_bundles, search_index,
                  separate_changes, setting_changes, site_effects, site_state, source_words, stage,
                  subprocesses, swap, text_changes, text_passages, theme_files, to_do, verify,
                  withdrawal_changes
    desk        a page in the browser in which a document becomes a finished record
                  approval_line, arrival, branch, changes, collection, desk_pages, document,
                  download, dropped_documents, fields, finish, git, handover_error, handover_marks,
                  heading_line, incoming, kept_document, law, left_out, line_in_fields,
                  not_finished, open_desk, open_questions, own_words, paragraph_numbers,
                  plain_words, prepared, preview, problems, push, queue, remarks_in_words, run,
                  security, server, state, still_used, taken_off, text_edit, today, topics,
                  typed_numbers, unread, work, work_folder, work_key, work_pages, workspace
    starter     answers about another body become a folder that checks and builds; `templates/`
                  answers, files, printed_forms, printed_lines
    cli         what all commands have in common

Only `parsing`, `library`, `intake`, `build`, `desk` and `starter` touch files. Only the commands in
`scripts/` print and exit. Values are frozen, and whatever follows from the records is computed,
never typed.
"""
