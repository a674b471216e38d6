# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What every lit test can use. Substitutions, beside lit's own (%s %S %t %T):
#
#   pagesplit        the binary under test
#   FileCheck split-file not count
#   %clang %clang_cc1 %clang-tidy %plugin      of the LLVM in use
#   %other-clang-tidy                          of another LLVM
#   %run-clang-tidy %clang-tidy-diff           of the LLVM in use
#   %clangd                                    pagesplit-clangd
#   %inputs          test/Inputs
#   %root            the source tree, %build the build tree
#   %python          the interpreter that runs lit
#   %nm              llvm-nm of the LLVM in use
#   %llvm_include    its headers
#   %llvm_major      22
#   %kernel-6.12     the tree named by PAGESPLIT_KERNEL_6_12; %kernel-6.1 too
#
# Features for REQUIRES: llvm-22 or llvm-19, clang, clang-tidy,
# other-clang-tidy, run-clang-tidy, clang-tidy-diff, clangd (ours is built),
# kernel-6.12, kernel-6.1, memdesc (the runtime is built), sqlite3, shellcheck,
# spin, chromium; bwrap; slurm; small-disk (a file system can be mounted); nvim, vim-ale, eglot (that editor and what it needs for LSP or linting).

import os
import shutil
import subprocess
import sys

import lit.formats

config.name = "pagesplit"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))

config.environment["PATH"] = os.path.pathsep.join(
    [config.pagesplit_binaries, config.llvm_tools, os.environ.get("PATH", "")]
)
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"


def substitute(name, value):
    """%name, but not the start of a longer name."""
    config.substitutions.append((r"%" + name + r"(?![-\w])", value))


def substitute_tool(name, path, feature):
    """%name when the tool is here, and the feature that says so."""
    if path and not path.endswith("-NOTFOUND"):
        substitute(name, path)
        config.available_features.add(feature)


substitute("root", config.source_root)
substitute("build", config.build_root)
substitute("inputs", os.path.join(config.test_source_root, "Inputs"))
substitute("python", sys.executable)
substitute("nm", os.path.join(config.llvm_tools, "llvm-nm"))
substitute("llvm_include", config.llvm_include)
substitute("llvm_major", config.llvm_major)
config.available_features.add("llvm-" + config.llvm_major)

substitute_tool("clang", config.clang, "clang")
if "clang" in config.available_features:
    substitute("clang_cc1", config.clang + " -cc1")
if config.plugin:
    substitute("plugin", config.plugin)
    substitute_tool("clang-tidy", config.clang_tidy, "clang-tidy")
    substitute_tool(
        "other-clang-tidy", config.other_clang_tidy, "other-clang-tidy"
    )
    substitute_tool("run-clang-tidy", config.run_clang_tidy, "run-clang-tidy")
    substitute_tool(
        "clang-tidy-diff", config.clang_tidy_diff, "clang-tidy-diff"
    )
if config.clangd:
    substitute_tool("clangd", config.clangd, "clangd")

for version in ("6.12", "6.1"):
    variable = "PAGESPLIT_KERNEL_" + version.replace(".", "_")
    tree = os.environ.get(variable)
    if tree:
        config.environment[variable] = tree
        config.available_features.add("kernel-" + version)
        config.substitutions.append(
            ("%kernel-" + version.replace(".", r"\.") + r"(?!\d)", tree)
        )

if config.memdesc:
    config.available_features.add("memdesc")

for program in ("sqlite3", "shellcheck", "spin", "nvim", "chromium"):
    if shutil.which(program):
        config.available_features.add(program)


def answers(*command):
    """Whether a program is here and does this without failing."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, capture_output=True).returncode == 0


# Daemons are not in everybody's PATH.
config.environment["PATH"] += os.pathsep + "/usr/sbin"
if all(
    shutil.which(program, path=config.environment["PATH"])
    for program in ("munged", "slurmctld", "slurmd", "sbatch")
):
    config.available_features.add("slurm")
if answers("bwrap", "--ro-bind", "/", "/", "true"):
    config.available_features.add("bwrap")
if answers("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"):
    config.available_features.add("small-disk")
if answers("vim", "-N", "-es", "-u", "NONE", "-i", "NONE",
           "-c", "try | packadd ale | catch | cquit | endtry", "-c", "qall"):
    config.available_features.add("vim-ale")
if answers("emacs", "--batch", "-f", "package-initialize", "-l", "eglot"):
    config.available_features.add("eglot")
