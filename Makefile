# The one way in. `make run` and `make test` set up what they need by themselves.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UI ?=

assets:                ## the desk's map library and lines again; needs Node, users do not
	cd assets && npm ci --ignore-scripts && npm run geography && npm run build

.PHONY: assets run test check gates fmt lint types rooms packs laws golden cover quality errors speed slow docs lock wheel clean

$(READY): pyproject.toml requirements.lock build_gazetteer.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@# machine code is an offer: without a C compiler the same is read in plain Python
	$(BIN)/python compile_modules.py || echo "not compiled: all works in plain Python, only slower"
	touch $(READY)

# What setting up compiled is not run once a source is newer; this compiles it again.
compiled: $(READY)     ## the rooms that read as machine code: half as fast again
	$(BIN)/python compile_modules.py

run: export TAWTHIQ_HOME := out/home
run: $(READY)          ## read the examples into a register, print the incidents, write the page
	@rm -rf out/register out/home && mkdir -p out
	$(BIN)/tawthiq gazetteer import docs/tutorial/invented-places.csv --source invented
	$(BIN)/tawthiq init out/register
	$(BIN)/tawthiq ingest out/register examples
	@echo
	$(BIN)/tawthiq incidents out/register
	@echo
	$(BIN)/tawthiq show out/register SYR-20310303-wadi-al-zaarour
	@echo
	$(BIN)/tawthiq verify out/register
	$(BIN)/tawthiq read examples --format html > out/examples.html
	@echo
	@echo "بعد هذا: افتح السجل في المتصفح: TAWTHIQ_HOME=out/home .venv/bin/tawthiq desk out/register"
	@echo "         أو افتح out/examples.html، ثم اتبع docs/tutorial/first-register.ar.md"
	@echo "Next: open the register in a browser: TAWTHIQ_HOME=out/home .venv/bin/tawthiq desk out/register"
	@echo "      or open out/examples.html, then follow docs/tutorial/first-register.md"

# The desk's tests wait for pages: they run beside the others, and are printed after them.
test: $(READY)         ## pass the tests, in random order
	@mkdir -p out
	@$(BIN)/python -m pytest -p no:cacheprovider tests/desk > out/desk-tests.txt 2>&1 & desk=$$!; \
	$(BIN)/python -m pytest --ignore=tests/desk; others=$$?; \
	wait $$desk; desk=$$?; cat out/desk-tests.txt; exit $$((others || desk))

check: gates cover     ## all that must hold before a commit

gates: lint types rooms packs quality docs  ## what CI runs after the tests

fmt: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/tawthiq pack check ar --fix
	$(BIN)/tawthiq pack check en --fix

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

rooms: $(READY)        ## layers, file and function length, no drawers
	$(BIN)/lint-imports
	$(BIN)/python bench/quality/rooms.py

packs: $(READY)
	$(BIN)/tawthiq pack check ar
	$(BIN)/tawthiq pack check en

laws: $(READY)
	$(BIN)/python -m pytest tests/laws --hypothesis-profile=thorough

golden: $(READY)
	$(BIN)/python -m pytest tests/workflow/test_cases.py

cover: export TAWTHIQ_PURE := 1
cover: $(READY)        ## in plain Python: lines of machine code are not counted
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --fail-under=90

quality: $(READY)
	$(BIN)/python bench/quality/score.py

errors: $(READY)       ## misses by cause; two versions: bench/quality/errors.py --compare
	@mkdir -p out
	$(BIN)/python bench/quality/errors.py --html out/errors.html > out/errors.md
	@echo "out/errors.md out/errors.html"

speed: $(READY)
	$(BIN)/python bench/speed/speed.py

slow: $(READY)
	TAWTHIQ_MALFORMED=10000 $(BIN)/python -m pytest tests/laws --hypothesis-profile=thorough
	TAWTHIQ_KILLS=200 $(BIN)/python -m pytest tests/register/test_stops.py tests/register/test_jobs.py tests/register/test_publishing_stops.py tests/desk/test_publishing_stops.py
	TAWTHIQ_EXAMPLES=1000 $(BIN)/python -m pytest tests/desk/test_api_schema.py
	TAWTHIQ_PAYLOADS=500 $(BIN)/python -m pytest tests/desk/test_attacks.py
	$(BIN)/python bench/malformed/malformed.py

docs: $(READY)
	$(BIN)/python -m pytest tests/docs

lock:                  ## the lock file, with hashes; needs pip-tools in $(VENV)
	@mkdir -p out
	$(BIN)/python -c "import tomllib; told = tomllib.load(open('pyproject.toml', 'rb')); print(*told['dependency-groups']['dev'], *told['build-system']['requires'], sep='\n')" > out/dev.in
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/python -m piptools compile --quiet --no-emit-index-url --no-emit-find-links --generate-hashes --allow-unsafe --strip-extras --output-file requirements.lock pyproject.toml out/dev.in

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation

clean:
	rm -rf $(VENV) out build dist src/tawthiq/gazetteer/places.sqlite
	find src -name "*.so" -delete
