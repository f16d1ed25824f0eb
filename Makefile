# Two commands: `make demo` builds the record of the example story, `make test` passes all tests and checks.
# Both need Python 3.11 or newer with pip, and set up everything else in .venv.

RUNS := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do $$name $(RUNS) && echo $$name && break; done)
BIN := .venv/bin
STORY := examples/tamarel
CORPORA ?= ../shared/corpora
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url pyproject.toml

.PHONY: demo test lint types imports unit wheel floors schema lock train clean

demo: .venv/installed
	$(BIN)/rashomon build $(STORY)/accounts --out out
	@echo "The record of the example story: file://$(CURDIR)/out/index.html"

test: lint types imports unit wheel floors

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

imports: .venv/installed
	$(BIN)/lint-imports

unit: .venv/installed
	$(BIN)/pytest

# The wheel, installed with its locked dependencies in an empty environment, builds the example story.
wheel: .venv/installed
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m build --no-isolation --wheel --outdir build/wheel . > build/wheel/log
	$(PYTHON) -m venv --without-pip build/wheel/venv
	$(BIN)/pip --python build/wheel/venv/bin/python install --quiet --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/pip --python build/wheel/venv/bin/python install --quiet --no-deps build/wheel/*.whl
	cd build/wheel && venv/bin/rashomon build $(CURDIR)/$(STORY)/accounts --out out && test -s out/index.html

# The quick benchmarks against the pinned floors, where the corpora are there.
floors: .venv/installed
	$(BIN)/python benchmarks/floors.py --data $(CORPORA)

schema: .venv/installed
	$(BIN)/rashomon schema > docs/record.schema.json

# torch comes in the build that fits the machine; of the package with the base weights only its files are needed.
LEFT_OUT := torch triton cuda-bindings cuda-pathfinder cuda-toolkit sentence-transformers transformers \
	$(addprefix nvidia-, cublas cuda-cccl cuda-cupti cuda-nvrtc cuda-runtime cudnn-cu13 cufft cufile curand cusolver \
	cusparse cusparselt-cu13 nccl-cu13 nvjitlink nvshmem-cu13 nvtx)

# Needs uv; writes the locked, hashed requirements that everything above installs from.
lock:
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group dev --output-file requirements/dev.txt
	$(LOCK) --group dev --extra train $(LEFT_OUT:%=--no-emit-package %) --output-file requirements/train.txt

train: requirements/train.txt .venv/installed
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/train.txt
	$(BIN)/pip install --quiet torch
	$(BIN)/python -m rashomon.train.paragraphs --corpora $(CORPORA) --out src/rashomon/model
	$(BIN)/python -m rashomon.train --corpora $(CORPORA) --from src/rashomon/model --out src/rashomon/model

.venv/installed: requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv || $(PYTHON) -m venv --without-pip .venv
	test -x $(BIN)/pip || $(PYTHON) -m pip --python $(BIN)/python install --quiet pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf .venv build out dist
