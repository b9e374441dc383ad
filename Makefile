# The register of green manufacturing. `make` alone lists the targets.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.ready-test
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site demo serve check test bench mutants records lock screenshot clean

help: ## 列出各项命令
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新的版本")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --config-settings editable_mode=compat -e .
	touch $@

$(TEST_READY): requirements-dev.lock $(READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

site: $(READY) ## 检查 data/ 与 docs/，生成网站到 site/
	$(BIN)/portal build $(if $(SITE_URL),--site-url "$(SITE_URL)")

demo: $(READY) ## 用演示城市生成网站到 site-demo/
	$(BIN)/portal build --data tests/demo/data --docs tests/demo/docs --out site-demo

serve: $(READY) ## 本机预览，改了数据和文章会自动更新
	$(BIN)/mkdocs serve

check: $(READY) ## 只检查数据，不生成网站
	$(BIN)/portal check $(if $(CHECK_FORMAT),--format $(CHECK_FORMAT))

test: $(TEST_READY) ## 运行全部测试
	$(BIN)/python -m tests.browser.provide
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(TEST_READY) ## 测量速度与内存，打印一张表
	$(BIN)/python -m benchmarks

mutants: $(TEST_READY) ## 随机改动一百处运算符，看测试发现了多少（约数小时）
	$(BIN)/python -m benchmarks.mutants

records: $(READY) ## 字段定义改动后，重写 generator/schema/records.py 与描述文件
	$(BIN)/python -m generator.schema.record_source
	$(BIN)/portal schema --write
	$(BIN)/portal schema --write --data tests/demo/data

lock: ## 重写两个锁定文件（需要 uv）
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra build --extra test -o requirements-dev.lock

screenshot: $(TEST_READY) site ## 重拍 README 的截图
	$(BIN)/python -m tests.browser.screenshot

clean: ## 删除生成的网站与虚拟环境
	rm -rf site site-demo $(VENV)
