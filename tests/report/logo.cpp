// SPDX-License-Identifier: Apache-2.0
#include "report/logo.h"

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/resource.h"
#include "report/pdf_paper.h"

using namespace cadran;
using namespace cadran::report;
using namespace std::string_literals;

namespace {

std::string svg(const std::string& content, const std::string& attributes = "") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "width=\"40\" height=\"20\" " +
           attributes + ">" + content + "</svg>";
}

// One grey dot.
const std::string dot =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01"s
    "\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\x68\x00\x00\x00"s
    "\x82\x00\x81\x77\xcd\x72\xb6\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82"s;

std::string fault(std::string_view bytes) {
    const Diagnostics faults = logo_faults(bytes);
    if (faults.empty()) return "";
    for (const Language language : {Language::french, Language::english}) {
        Catalogue(language).text(faults.front().what);
        Catalogue(language).text(*faults.front().hint);
    }
    return faults.front().what.id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(logo)

BOOST_AUTO_TEST_CASE(is_a_picture_that_shows_itself_alone) {
    BOOST_TEST(fault(resource("samples/logo.svg")) == "");
    BOOST_TEST(fault(dot) == "");
    for (const char* content : {"<circle r=\"4\" fill=\"url(#g)\"/>", "<use xlink:href=\"#a\"/>",
                                "<use href=\"#a\"/>", "<style>.a { fill: url( '#g' ) }</style>",
                                "<image href=\"data:image/png;base64,AAAA\" width=\"1\" height=\"1\"/>"})
        BOOST_TEST(fault(svg(content)) == "", content);
}

BOOST_AUTO_TEST_CASE(has_a_size_by_its_view_box_too) {
    const auto size = size_of_picture("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"/>");
    BOOST_REQUIRE(size.has_value());
    BOOST_TEST(size->x == 30);
    BOOST_TEST(size->y == 10);
    BOOST_TEST(size_of_picture(dot)->x == 1);
}

BOOST_AUTO_TEST_CASE(runs_nothing_and_refers_to_nothing_outside) {
    for (const char* content :
         {"<script>1</script>", "<g onclick=\"x()\"/>", "<foreignObject/>", "<animate/>", "<animateMotion/>",
          "<set/>", "<image href=\"https://example.org/a.png\"/>",
          "<image xlink:href=\"file:///etc/passwd\"/>", "<image href=\"data:image/svg+xml;base64,AA\"/>",
          "<use href=\"data:image/png;base64,AA\"/>", "<use href=\"other.svg#a\"/>",
          "<a href=\"https://example.org\"/>", "<g fill=\"url(https://example.org/#a)\"/>",
          "<g style=\"fill: URL( 'a.svg#b' )\"/>", "<g style=\"fill:u\\72l(a)\"/>",
          "<style>@import 'a.css';</style>", "<style>a { b: <!-- -->url(x) }</style>", "<g xml:base=\"a\"/>"})
        BOOST_TEST(fault(svg(content)) == "report.logo_refers_outside", content);
    BOOST_TEST(fault("<?xml-stylesheet href=\"a.css\"?>" + svg("")) == "report.logo_refers_outside");
    BOOST_TEST(fault("<!DOCTYPE svg SYSTEM \"a.dtd\">" + svg("")) == "format.xml_document_type");
}

BOOST_AUTO_TEST_CASE(can_be_read_and_is_small) {
    BOOST_TEST(fault("") != "");
    BOOST_TEST(fault("GIF89a") != "");
    BOOST_TEST(fault("<html/>") == "report.logo_unreadable");
    BOOST_TEST(fault(svg("<g>")) == "format.xml_malformed");
    BOOST_TEST(fault(svg("") + "\xFF") == "report.logo_unreadable");
    BOOST_TEST(fault(dot.substr(0, 40)) == "report.logo_unreadable");
    BOOST_TEST(fault(dot.substr(0, 12)) == "report.logo_unreadable");
    std::string vast = dot;
    vast[17] = '\x7F';
    BOOST_TEST(fault(vast) == "report.logo_too_many_pixels");
    BOOST_TEST(fault(svg(std::string(greatest_logo, ' '))) == "report.logo_too_large");
}

BOOST_AUTO_TEST_CASE(stands_in_a_page_as_an_address) {
    BOOST_TEST(logo_address("") == "");
    BOOST_TEST(logo_address(dot).starts_with("data:image/png;base64,iVBOR"));
    BOOST_TEST(logo_address(svg("")).starts_with("data:image/svg+xml;base64,PHN2Z"));
}

BOOST_AUTO_TEST_SUITE_END()
