#include "Formats.h"
using namespace pagesplit;
void pagesplit::printHtml(const ReportModel &, llvm::raw_ostream &) {}
