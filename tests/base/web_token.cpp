// SPDX-License-Identifier: Apache-2.0
#include "base/web_token.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

// Made with Node's crypto from keys that were thrown away: {"iss":"https://login.example.org","sub":"248"}.
// `r` is an RSA key, `e` one on P-256; besides a symmetric key, one of 1,024 bits and one for ciphers.
constexpr std::string_view key_set =
    R"({"keys":[{"kty":"RSA","n":"6l1CEUZ9-PQ40bWEbwJEiUAafS-zhzXD_UVudiinKAsS1am7TiZ8GO7WXlxU6PdlVBt1J)"
    R"(ihBYFdOtXSEB6y0H_Xkq2KEw_HQP5s8izYoBDUBtQKcRrHS5J2xaNaSFjf0RPAXhg1YeIzYFSCSuAwhX6Ye3yhcfJNWoJmyf)"
    R"(t8oegZ0x0fHQRPe3ccTXJK-080GhrzXw5y71BtDzZeJll_i6UQQJqU8p38elSW1AUvwMjslG8phvhnwq3z0MtwZcTFljWIKC)"
    R"(aOwSmE5SFMt34HBslaoUF6VIUSEZJEW2IqmJChSVnvJ1N45L8OA2qTRVS2fK-h010Fzg2T1kS0VPdsPlw","e":"AQAB","k)"
    R"(id":"r","use":"sig","alg":"RS256"},{"kty":"EC","x":"2C4N9XKFScj61EePsJto5vUwhNLAPOjz7710R7F975M")"
    R"(,"y":"zROzanDni6XnxbsA3Bn2mIgUO_wseHc3wChPhJwgCr4","crv":"P-256","kid":"e"},{"kty":"oct","k":"AA)"
    R"(AA","kid":"h"},{"kty":"RSA","n":"zpkaZQXg76-cr1Bqc-48y8HSTyv8rP866P0bWxcMOA1lTmAYHmSQT5bokYuXMsl)"
    R"(JGUwLCdH-nqXHQ4oiBuqQsokedCgZqdBjqOBiAwNa7rSrvfVAvH36IvdtgAnohPhiC3KNJcTISisDgsL9J6z7oR7dY6oCkpQ)"
    R"(pEFEJr-vLKpM","e":"AQAB","kid":"small"},{"kty":"RSA","n":"6l1CEUZ9-PQ40bWEbwJEiUAafS-zhzXD_UVudi)"
    R"(inKAsS1am7TiZ8GO7WXlxU6PdlVBt1JihBYFdOtXSEB6y0H_Xkq2KEw_HQP5s8izYoBDUBtQKcRrHS5J2xaNaSFjf0RPAXhg)"
    R"(1YeIzYFSCSuAwhX6Ye3yhcfJNWoJmyft8oegZ0x0fHQRPe3ccTXJK-080GhrzXw5y71BtDzZeJll_i6UQQJqU8p38elSW1AU)"
    R"(vwMjslG8phvhnwq3z0MtwZcTFljWIKCaOwSmE5SFMt34HBslaoUF6VIUSEZJEW2IqmJChSVnvJ1N45L8OA2qTRVS2fK-h010)"
    R"(Fzg2T1kS0VPdsPlw","e":"AQAB","kid":"enc","use":"enc"}]})";
constexpr std::string_view rs256 =
    R"(eyJhbGciOiJSUzI1NiIsImtpZCI6InIifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.tNpdDJaejJglAuuTZOWy1mH_-foAlffu8WPD_emvlFcHwxvGBf9r69Rgc0w8y3fbZ7COpruZFN6b4o1lYSM_HS94n7mOo)"
    R"(Ct7ZVhpgc1BYO3HhvfwIqd6rKOLQPAgVX1EypFwtcW2tu6-5ZjFDoTNEh4sXqx8b0lbPPKrcHbwrC3AOEeo05G55C-TBf_o5)"
    R"(sgVj9-xEQqfgBtKpBvU5nbIPUkX3rJIicJO_n5JsAT_1WEdS0FqigoUdl3jWJXMBj3wc3KN2JUrivyxxZMceLg4f5j92Ir80)"
    R"(VErL9Qx2kB0dfy4-rsSUJIAstk9m5xE82j1Xfu6Ys5Tt4lcGtux7wk9UA)";
constexpr std::string_view nokid =
    R"(eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4In0.ldAF54hCyud)"
    R"(OMu_3rey4U-SblYNH1TDz1M59u5EakSeqOBBd2KsPPB5biSn3tKEqHMHzL8DiaL03ETPPbJIiFigCUQ_H_P2JjFgNFx0lbT4)"
    R"(-a9gxJwB9pyoUyYFX-lrXZmR-2gJjjXNQjKZRpLgepjBSjYe8gmBvJ89w5TxnnMh1MnwEDnPj4Ht6zmWDV3m0865cqWIwn53)"
    R"(0I4IZb_-lAcRjjhyU1WIOdZVnX2CN-LFTu-3qItY98Gu-S7ujm2LcDcc1iXZ7O97DqBbKavWOPVoI3aMHXlEOsbwab-nKlRw)"
    R"(vU3W-SDza9hm9gE_Te6LB38DvRKmW3qDN4_0OOEON8w)";
constexpr std::string_view es256 =
    R"(eyJhbGciOiJFUzI1NiIsImtpZCI6ImUifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.Of68Baekb2AGF6VmR16BWDDGvNgQ8nKfybwmkiaSHbxoLJV1BK43tZCPxBZ4TIxBC7HTETgpOuVyjDYmWYshdw)";
constexpr std::string_view es_der =
    R"(eyJhbGciOiJFUzI1NiIsImtpZCI6ImUifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.MEUCIC2Z2DpaIxRTnn-XJ-Zxi9V5GlYxSMU_-4PrQ_5P25YyAiEAsv4ULLGmrTHjNU0e4SbA4hW7ovQWdjg1mnX8zlTEI)"
    R"(yM)";
constexpr std::string_view other =
    R"(eyJhbGciOiJSUzI1NiIsImtpZCI6InIifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.cpZoQV_5Fd6xZKfMBM9PlQ5eAJk9F-U7jES9I_gPALr9_ICLhPb6cXQUlm_02ofcV_w3LLU7irG8KpTrN1oaSGOqM3Vub)"
    R"(Asej9FQFGo5XGvH6S2cgXsR8hyAgOmzRaGSjoLP7HGoyn2oyZDt60JDczSaG2meN0go29cJaTQUN7aNtJgrtYlBfJ2OgIGf7)"
    R"(m2Q73FHFzZ4av1gZQdXGf4dridy44KNp4_TkQYzn4IQoqemjqpODIehqSQcEp4khfo174Z6glcaWccbRS-IU5YDJkEdm7I_D)"
    R"(qwhvr3A6JnmPRECQgq44xMEQJX8nYyzxL5ZqEIDW99nTNIBZ8FYCLRJsA)";
constexpr std::string_view small =
    R"(eyJhbGciOiJSUzI1NiIsImtpZCI6InNtYWxsIn0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoi)"
    R"(MjQ4In0.b_g7yWNGXAv7Jz3y8RrupMgWtWNzKlpvzy8-pVUh3ixH5hkvQhwNwaGNusidqw52LvxDaRldUTdqpNeGZJJHfqU1)"
    R"(df8pZrS4L3MkGEDLzcBQFOuqz78TSOIUqwsiAY1kfDE3pAnYASNsSJn_Gqh8RoY1R5nJYzIOx-ka5IUgvB4)";
constexpr std::string_view hs256 =
    R"(eyJhbGciOiJIUzI1NiIsImtpZCI6InIifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.tE3ZbwEMCUelUy7TvMo3lRcO89_kuZcXlPkAa__sKTg)";
constexpr std::string_view none =
    R"(eyJhbGciOiJub25lIiwia2lkIjoiciJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4In0)"
    R"(.)";
constexpr std::string_view crit =
    R"(eyJhbGciOiJSUzI1NiIsImtpZCI6InIiLCJjcml0IjpbIngiXSwieCI6MX0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1w)"
    R"(bGUub3JnIiwic3ViIjoiMjQ4In0.jg2_YolzwdCEC55Zc9h612TANRzOHG-X4T-MzleoRi3YVtHXgLzKUlj_xDh6FB6F3rxC)"
    R"(5G0UwzskIOiCwu2K5_etYEGurtQWwaWx-hcCnbaLIVxPG4Ivf5XNc7HgbVXA1meF4PP67hrQKZfvnxIRkBnp6fFCoDcQ6PlS)"
    R"(AjFg3W0POhn8SfuFJZvtxXMktdxjFRAjixxA6qq8bDyHaBwcvJVbqrLiZc0LW6HG2sgs_zFgUP0ncaSDyhDxExAzVdlxVM7R)"
    R"(ktizMNXKQSxc0UPtF6EiFGcBg37rs5kbZwEmZpZFkP8x1q3MaYWFTx-Kc7wZ6sVQ_B5ezyP7An7VG87Zyw)";
constexpr std::string_view as_es =
    R"(eyJhbGciOiJFUzI1NiIsImtpZCI6InIifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ4I)"
    R"(n0.0l6NYJdSmRH7Oj5WUJTU9WvLB9oO7VxbW_ROjsi4gp213foYdX21qfijKhEgSPcJLQbIVX3zM9QVWFONV03CY7rk7n_DV)"
    R"(rhJs9NCI_E-nlIgVY4Tt9DBd6HFe2ayxXTcn4tjJILqSBU7xqCVhgC7f5c8IP4PSJcpXoqSduVy0WmX7okKkm0UXXQ15X2zw)"
    R"(laA0mqSBmyQyf8mAFqRY-yr85N43aH0_SeMkcxPST_WaNl5ytJPmIP1Nrf4OoIhMJo5dMcW0_fsEKsaN3OTnjHnYznDhbVDg)"
    R"(j508ocF_Z7_Y3aTKkxL5X3uR4UwVHe_g0hfVaCnxOPuryV8Tr1FxvDqEw)";
constexpr std::string_view unknown =
    R"(eyJhbGciOiJSUzI1NiIsImtpZCI6Im5ldyJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUub3JnIiwic3ViIjoiMjQ)"
    R"(4In0.pTRNvM9lr8dOGD50KHAgMlQ3zNPE6omLrslLx6ayZHBdtC2Ydp_Z4D0dhYlsnAp6A1qIM9p-g2e7z0x0TDY803a72i1)"
    R"(lcJH_QKNB1NGrseOziLMLxL1GBvNrWnzc7pNxihi2glu9IIzVQ3033GUJMGdCWERc5vbdd0Z87v0hG76fhAiCarMthbCp-EX)"
    R"(MSuC3RvsOsHwk35cvGBdJSddBv38UM1Z2ap7kbAsuMwQxUps8cmEawNDcnrpMR_frmYM3iKCb7vD0xb6M942jPF_kRLQYhem)"
    R"(uRc4vNlc9fDvCF4N5i9ApzxwMUybxoFgnkTimd-vqanRU-x-cdOnGrzSODw)";

WebKeys known_keys() {
    return WebKeys::parse(Json::parse(key_set).value()).value();
}

// `248`, or what is wrong.
std::string told(std::string_view token) {
    const auto claims = known_keys().claims_of(token);
    if (claims) return claims->at("sub").string();
    switch (claims.error()) {
        case TokenFault::malformed: return "malformed";
        case TokenFault::algorithm: return "algorithm";
        case TokenFault::key: return "key";
        case TokenFault::signature: break;
    }
    return "signature";
}

std::string changed(std::string_view token, std::size_t part) {
    std::string text(token);
    std::size_t at = 0;
    for (std::size_t i = 0; i < part; ++i) at = text.find('.', at) + 1;
    text[at + 5] = text[at + 5] == 'A' ? 'B' : 'A';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(web_token)

BOOST_AUTO_TEST_CASE(is_believed_by_the_key_that_its_head_names) {
    BOOST_TEST(told(rs256) == "248");
    BOOST_TEST(told(es256) == "248");
}

BOOST_AUTO_TEST_CASE(needs_no_name_where_one_key_alone_can_be_meant) {
    BOOST_TEST(told(nokid) == "248");
}

BOOST_AUTO_TEST_CASE(is_not_believed_without_a_signature_or_by_a_public_key_taken_for_a_secret) {
    BOOST_TEST(told(none) == "algorithm");
    BOOST_TEST(told(hs256) == "algorithm");
    BOOST_TEST(told(crit) == "algorithm");
}

BOOST_AUTO_TEST_CASE(is_not_believed_by_a_key_that_is_for_something_else) {
    BOOST_TEST(told(as_es) == "key");
    BOOST_TEST(told(unknown) == "key");
    BOOST_TEST(told(small) == "key");
    BOOST_TEST(known_keys().size() == 2u);
}

BOOST_AUTO_TEST_CASE(is_not_believed_where_another_signed_or_something_changed) {
    BOOST_TEST(told(other) == "signature");
    BOOST_TEST(told(changed(rs256, 2)) == "signature");
    BOOST_TEST(told(changed(es256, 2)) == "signature");
    // Two numbers in DER are no signature here: one form only.
    BOOST_TEST(told(es_der) == "signature");
    BOOST_TEST(told(changed(rs256, 1)) != "248");
}

BOOST_AUTO_TEST_CASE(has_three_parts_of_the_right_letters) {
    for (const char* text : {"", ".", "..", "a.b", "a.b.c.d", "e30.e30.", "e30=.e30.AA", "bnVsbA.bnVsbA.AA"})
        BOOST_TEST(told(text) != "248", text);
    BOOST_TEST(told(std::string(rs256) + "\n") == "malformed");
    BOOST_TEST(told(std::string(20000, 'A')) == "malformed");
}

BOOST_AUTO_TEST_CASE(keys_are_a_list) {
    BOOST_TEST(!WebKeys::parse(Json::parse("[]").value()));
    BOOST_TEST(!WebKeys::parse(Json::parse("{}").value()));
    BOOST_TEST(!WebKeys::parse(Json::parse(R"({"keys": 1})").value()));
    BOOST_TEST(
        WebKeys::parse(Json::parse(R"({"keys": [1, {}, {"kty": "RSA", "n": "AA"}]})").value())->size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
