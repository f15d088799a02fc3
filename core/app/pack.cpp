// SPDX-License-Identifier: Apache-2.0
#include "app/pack.h"

#include "base/catalogue.h"
#include "report/indicators.h"
#include "report/review.h"

namespace cadran::app {

namespace {

std::string verification_steps(const Digest& key_fingerprint) {
    std::string text;
    for (const Language language : {Language::french, Language::english}) {
        text +=
            Catalogue(language).text({"app.verification_steps", {{"fingerprint", key_fingerprint.hex()}}}) +
            "\n";
    }
    return text;
}

std::string sums_of(const std::vector<PackContent>& contents) {
    std::string sums;
    for (const PackContent& content : contents)
        sums += sha256(content.bytes).hex() + "  " + content.name + "\n";
    return sums;
}

}  // namespace

Result<std::vector<PackContent>> pack_contents(const model::Dossier& dossier, const calendar::Zone& zone) {
    std::vector<model::Measurement> measurements;
    for (const model::IndicatorSummary& summary : dossier.indicators) {
        measurements.insert(measurements.end(), summary.points.begin(), summary.points.end());
        if (summary.whole) measurements.push_back(*summary.whole);
    }
    std::vector<PackContent> contents;
    contents.push_back({"indicators.csv", report::indicators_csv(measurements)});
    contents.push_back({"review.en.html", report::review_html(dossier, Catalogue(Language::english), zone)});
    contents.push_back({"review.en.pdf", report::review_pdf(dossier, Catalogue(Language::english), zone)});
    contents.push_back({"review.fr.html", report::review_html(dossier, Catalogue(Language::french), zone)});
    contents.push_back({"review.fr.pdf", report::review_pdf(dossier, Catalogue(Language::french), zone)});
    contents.push_back({std::string(review_data), report::review_json(dossier).pretty_text()});
    return contents;
}

void seal(std::vector<PackContent>& contents, const SigningKey& key) {
    contents.push_back({"VERIFY.txt", verification_steps(fingerprint(key.public_key()))});
    contents.push_back({"key.pem", pem_text(key.public_key())});
    const std::string sums = sums_of(contents);
    const Signature signature = key.sign(sums);
    contents.push_back({"SHA256SUMS", sums});
    contents.push_back({"SHA256SUMS.sig", std::string(signature.begin(), signature.end())});
}

}  // namespace cadran::app
