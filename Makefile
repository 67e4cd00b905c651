.PHONY: build test test-online lint format knowledge dist reproduce fuzz bench

# Warnings are errors where we build ourselves.
export PROVISO_WARNINGS_AS_ERRORS = 1

build:
	sh .ci/setup && swift build -c release -j 2

test:
	sh .ci/setup && swift test --disable-xctest

# The network, against servers on this machine. Package.resolved then lists the network's packages too: it can be deleted.
test-online:
	sh .ci/setup && swift test --traits Online --scratch-path .build-online -j 2 --disable-xctest --filter 'ProvisoHubTests|ProvisoNetworkTests|OnlineTests'

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Plugins Samples Fuzz Bench

format:
	swift format --in-place --recursive Package.swift Sources Tests Plugins Samples Fuzz Bench

# After an edit of Sources/ProvisoKnowledge/{Licenses,Models} or Policies: packs them for the binary.
knowledge:
	swift run proviso-knowledge

# The files of a release, in dist/.
dist:
	sh .ci/setup && bash CI/dist.sh

# Makes the release twice, in two folders, and compares the bytes.
reproduce:
	sh .ci/setup && bash CI/reproduce.sh

# Every reader under libFuzzer: FUZZ_SECONDS for all together, READERS="yaml json" for some of them.
fuzz:
	sh .ci/setup && bash Fuzz/run.sh $(READERS)

# Side by side with ripgrep, and how cost grows: BENCH="--tree <folder> ratio stages" for a part of it.
bench:
	sh .ci/setup && swift build -c release -j 2 --product proviso
	PROVISO_BENCH_BUILD=1 swift build -c release -j 2 --scratch-path .build-bench --product proviso-bench -Xswiftc -enable-testing
	python3 Bench/bench.py $(BENCH)
