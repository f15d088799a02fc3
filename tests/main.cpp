// SPDX-License-Identifier: Apache-2.0
#define BOOST_TEST_MODULE cadran
#include <boost/test/unit_test.hpp>

#ifdef __SANITIZE_ADDRESS__
// What libraries keep until the program ends. Fontconfig: its caches. libxlsxwriter 1.1.4: of each list that names a
// range, worksheet_data_validation_range copies the formula twice over one pointer and frees the second copy only;
// whoever calls it can do nothing about that. Everything of our own is looked for.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig.so\nleak:lxw_strdup\n";
}
#endif
