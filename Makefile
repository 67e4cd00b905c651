.PHONY: build test lint format knowledge dist reproduce

# Warnings are errors where we build ourselves.
export PROVISO_WARNINGS_AS_ERRORS = 1

build:
	sh .ci/setup && swift build -c release -j 2

test:
	sh .ci/setup && swift test --disable-xctest

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Plugins Samples

format:
	swift format --in-place --recursive Package.swift Sources Tests Plugins Samples

# After an edit of Sources/ProvisoKnowledge/{Licenses,Models} or Policies: packs them for the binary.
knowledge:
	swift run proviso-knowledge

# The files of a release, in dist/.
dist:
	sh .ci/setup && bash CI/dist.sh

# Makes the release twice, in two folders, and compares the bytes.
reproduce:
	sh .ci/setup && bash CI/reproduce.sh
