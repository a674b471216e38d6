// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What tests are written with: CHECK(), and CHECK_BUG() for wrong use.
#ifndef MEMDESC_TESTS_CHECK_H
#define MEMDESC_TESTS_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// Ends the test with the place and the expression when it is false.
#define CHECK(expr)                                                     \
	do {                                                            \
		if (!(expr)) {                                          \
			fprintf(stderr, "%s:%d: error: %s\n", __FILE__, \
				__LINE__, #expr);                       \
			exit(1);                                        \
		}                                                       \
	} while (0)

#define CHECK_EQ(a, b)                                                        \
	do {                                                                  \
		unsigned long long va = (unsigned long long)(a);              \
		unsigned long long vb = (unsigned long long)(b);              \
		if (va != vb) {                                               \
			fprintf(stderr,                                       \
				"%s:%d: error: %s is %llu (%#llx), not %llu " \
				"(%#llx)\n",                                  \
				__FILE__, __LINE__, #a, va, va, vb, vb);      \
			exit(1);                                              \
		}                                                             \
	} while (0)

#define RUN(test)                          \
	do {                               \
		test();                    \
		printf("%s: ok\n", #test); \
		fflush(stdout);            \
	} while (0)

// How long a test runs: the first argument, or MEMDESC_TEST_STEPS, or usual.
static inline unsigned long steps_wanted(int argc, char **argv,
					 unsigned long usual)
{
	const char *text = argc > 1 ? argv[1] : getenv("MEMDESC_TEST_STEPS");

	return text ? strtoul(text, NULL, 10) : usual;
}

// Reads what fd has into text, which is cut when it does not fit.
static inline void read_all(int fd, char *text, size_t size)
{
	size_t used = 0;
	ssize_t n;
	char rest[64];

	while (used + 1 < size &&
	       (n = read(fd, text + used, size - 1 - used)) > 0)
		used += (size_t)n;
	while (read(fd, rest, sizeof(rest)) > 0)
		;
	text[used] = 0;
}

// Runs statement in a process of its own, which must abort with a message that
// has each of the words.
#define CHECK_BUG(statement, ...)                                          \
	do {                                                               \
		const char *words_[] = {__VA_ARGS__};                      \
		char text_[1000];                                          \
		int pipe_[2], status_;                                     \
		CHECK(pipe(pipe_) == 0);                                   \
		fflush(NULL);                                              \
		pid_t child_ = fork();                                     \
		CHECK(child_ >= 0);                                        \
		if (!child_) {                                             \
			dup2(pipe_[1], 2);                                 \
			close(pipe_[0]);                                   \
			close(pipe_[1]);                                   \
			statement;                                         \
			_exit(0);                                          \
		}                                                          \
		close(pipe_[1]);                                           \
		read_all(pipe_[0], text_, sizeof(text_));                  \
		close(pipe_[0]);                                           \
		CHECK(waitpid(child_, &status_, 0) == child_);             \
		if (!WIFSIGNALED(status_)) {                               \
			fprintf(stderr, "%s:%d: error: not refused: %s\n", \
				__FILE__, __LINE__, #statement);           \
			exit(1);                                           \
		}                                                          \
		for (size_t i_ = 0; i_ < sizeof(words_) / sizeof(*words_); \
		     i_++)                                                 \
			if (!strstr(text_, words_[i_])) {                  \
				fprintf(stderr,                            \
					"%s:%d: error: no '%s' in: %s\n",  \
					__FILE__, __LINE__, words_[i_],    \
					text_);                            \
				exit(1);                                   \
			}                                                  \
	} while (0)

#endif
