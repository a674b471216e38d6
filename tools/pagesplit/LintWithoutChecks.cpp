//===- LintWithoutChecks.cpp - where clang-tidy's archive is missing ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// In place of LintChecks.cpp in a build that has no libclangTidy.a.
///
//===----------------------------------------------------------------------===//

#include "LintChecks.h"

using namespace llvm;
using namespace pagesplit;

struct LintChecks::Session {};

bool LintChecks::areBuilt() { return false; }

LintChecks::LintChecks(const UnitRequest &Request, StringRef Database)
    : Request(Request), Database(Database) {}
LintChecks::~LintChecks() = default;

void LintChecks::begin(clang::Preprocessor &) {}
void LintChecks::look(clang::ASTContext &) {}

CheckResults LintChecks::take() { return std::move(Results); }
