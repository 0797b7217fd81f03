# Every target installs what it needs. Only Python 3.11 or later, make and git must be present.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site volume demo serve desk check new seal test quick lint browser ingest golden bench engines lock audit sbom archive clean

site: .venv/site  ## check every record and build the site in site/
	$(BIN)/python scripts/build.py

volume: .venv/site  ## make only the bound volume: build/volume.pdf
	$(BIN)/python scripts/volume.py

demo: .venv/site  ## build a fictional collection, to see everything that the site can show
	rm -rf build/demo && mkdir -p build/demo
	cp -R tests/collections/questions/opinions tests/collections/questions/standards build/demo/
	cp opinions/thesaurus.yml build/demo/opinions/
	$(BIN)/python scripts/build.py --root build/demo
	@echo "To read it, type: $(BIN)/python scripts/serve.py --root build/demo"

serve: .venv/site  ## serve the site and update it when a file changes
	$(BIN)/python scripts/serve.py

desk: .venv/desk  ## turn documents into finished records in the browser
	$(BIN)/python scripts/desk.py

check: .venv/site  ## check every record
	$(BIN)/python scripts/check.py

new: .venv/site  ## start a new record
	$(BIN)/python scripts/new.py

ingest: .venv/ingest  ## turn a document into drafts: make ingest FILE=volume.pdf ONLY=5,12-20 OUT=drafts/ OCR=yes REVISE=yes KEEP=yes
	@test -n "$(FILE)" || { echo "type make ingest FILE=memo.docx, with the name of your file"; exit 2; }
	$(BIN)/python scripts/ingest.py "$(FILE)" $(if $(OUT),--out "$(OUT)") $(if $(ONLY),--only "$(ONLY)") $(if $(OCR),--ocr) $(if $(REVISE),--revise) $(if $(KEEP),--keep)

seal: .venv/site  ## seal the approved texts
	$(BIN)/python scripts/seal.py

# Only pyproject.toml has settings of tests, and no file beside it is loaded as a module: -P and
# PYTHONSAFEPATH keep the root folder out of the path of Python, also in the processes of pytest.
PYTEST := PYTHONSAFEPATH=1 $(BIN)/python -m pytest -c pyproject.toml --confcutdir=tests

# Tests start hundreds of programs; each would compile every module again if Python saved no bytecode.
TEST := PYTHONDONTWRITEBYTECODE= $(PYTEST) --numprocesses auto --dist worksteal

test: .venv/dev lint browser  ## run every test
	$(TEST)

quick: .venv/dev lint  ## run the tests that need no whole site and no browser
	$(TEST) -m "not slow"

lint: .venv/dev
	$(BIN)/ruff check --config pyproject.toml
	$(BIN)/ruff format --check --config pyproject.toml
	$(BIN)/mypy --config-file pyproject.toml
	PYTHONPATH=scripts $(BIN)/python -P -m devtools.readability

# The browser for the tests: an installed one; else, as root, Debian's package; else Playwright's copy.
browser: .venv/dev
	@command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq --no-install-recommends chromium-headless-shell fonts-liberation fonts-dejavu-core; } \
	  || $(BIN)/playwright install chromium

golden: .venv/dev  ## rewrite the golden pages, the findings of the rules, the JSON Schema and the tables of fields
	GOLDEN=1 $(PYTEST) tests/pages/test_pages.py tests/checks/test_rules.py \
	  tests/model/test_json_schema.py tests/test_docs.py

bench: .venv/dev browser  ## measure every step: make bench SIZES="100 1000" PAGE=pages/speed.md
	PYTHONPATH=scripts $(BIN)/python -P -m devtools.search_quality $(if $(PAGE),--page pages/search-quality.md)
	$(BIN)/python scripts/bench.py $(if $(SIZES),--sizes $(SIZES)) $(if $(PAGE),--page $(PAGE))

engines: .venv/dev  ## build the same pages with other site generators and compare
	$(BIN)/python scripts/engines.py

lock: .venv/dev  ## rewrite the lock files from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --only-binary :all: --emit-build-options --no-header pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --only-binary :all: --emit-build-options --no-header pyproject.toml --extra ingest --output-file requirements-ingest.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --only-binary :all: --emit-build-options --no-header pyproject.toml --extra desk --output-file requirements-desk.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --only-binary :all: --emit-build-options --no-header --no-emit-package pip --group release --output-file requirements-release.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --only-binary :all: --emit-build-options --no-header pyproject.toml --group dev --output-file requirements-dev.txt

LOCKS := requirements.txt requirements-ingest.txt requirements-desk.txt requirements-dev.txt requirements-release.txt

audit: build/release/made  ## ask whether any package has a known vulnerability; needs a network
	build/release/bin/pip-audit --strict --disable-pip --require-hashes $(LOCKS:%=--requirement %)

sbom: build/release/made  ## write build/sbom.cdx.json, the list of all packages of the site with their hashes
	build/release/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml \
	  --output-reproducible --output-format JSON --output-file build/sbom.cdx.json

archive: .venv/site build/release/made  ## pack the site for a web archive: make archive ADDRESS=https://example.org/
	@test -n "$(ADDRESS)" || { echo "type make archive ADDRESS=https://example.org/, with the address of the site"; exit 2; }
	$(BIN)/python scripts/build.py
	PYTHONPATH=scripts build/release/bin/python -P -m devtools.archive site build/site.warc.gz \
	  --address "$(ADDRESS)" --day "$$(git log -1 --format=%cI)"

# These tools have an environment of their own, apart from the packages of the site.
build/release/made: requirements-release.txt
	$(PYTHON) -I -m venv --clear build/release
	build/release/bin/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.txt
	touch $@

# The work on the desk is kept: it may be all that there is of an unfinished opinion.
clean:
	rm -rf .venv site $(filter-out build/desk,$(wildcard build/*))

wheelhouse: requirements.txt  ## save all packages for a machine without a network; see CONTRIBUTING.md
	rm -rf $@
	$(PYTHON) -I -m venv --clear build/packer
	build/packer/bin/python -I -m pip wheel --quiet --disable-pip-version-check --require-hashes -r requirements.txt --wheel-dir $@
	rm -rf build/packer

# With WHEELHOUSE=wheelhouse nothing is downloaded. `make wheelhouse` has already checked the hashes.
WHEELHOUSE ?=
PACKAGES = $(if $(WHEELHOUSE),--no-index --no-deps $(wildcard $(WHEELHOUSE)/*.whl),--require-hashes -r requirements.txt)

# When requirements.txt changes, the environment is rebuilt.
.venv/site: requirements.txt
	$(PYTHON) -I -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -I -m venv --clear .venv
	$(BIN)/python -I -m pip install --quiet --disable-pip-version-check $(PACKAGES)
	touch $@

.venv/ingest: requirements-ingest.txt .venv/site
	$(BIN)/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ingest.txt
	touch $@

.venv/desk: requirements-desk.txt .venv/site
	$(BIN)/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-desk.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/site
	$(BIN)/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
