// SPDX-License-Identifier: Apache-2.0
#define BOOST_TEST_MODULE cadran
#include <boost/test/unit_test.hpp>

#ifdef __SANITIZE_ADDRESS__
// What libraries keep until the program ends: fontconfig its caches, libxlsxwriter copies of the texts of a sheet's
// validations. Everything of our own is looked for.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig.so\nleak:lxw_strdup\n";
}
#endif
