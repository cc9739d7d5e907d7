#include "base/content_id.h"
#include "base/sha256.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

TEST_CASE("SHA-256 gives the standard's answers") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how the bytes come in") {
    const std::string bytes(200, 'x');
    for (std::size_t cut = 0; cut <= bytes.size(); cut += 7) {
        Sha256 hash;
        hash.update(bytes.substr(0, cut));
        hash.update(bytes.substr(cut));
        CHECK(hash.finish() == sha256(bytes));
    }
}

TEST_CASE("a content id tells apart where parts are cut") {
    CHECK(content_id({"ab", "c"}) != content_id({"a", "bc"}));
    CHECK(content_id({"ab", "c"}) != content_id({"ab", "c", ""}));
    CHECK(content_id({"x"}) == content_id({"x"}));
    CHECK(content_id({"x"}).size() == 16);
}

TEST_CASE("the stable hash stays what it is") {
    // Model files store it: these values may never change.
    CHECK(stable_hash("") == 0xf52a15e9a9b5e89bULL);
    CHECK(stable_hash("Kerry") != stable_hash("kerry"));
    CHECK(stable_hash("Kerry", 1) != stable_hash("Kerry", 2));
}

TEST_CASE("a slug keeps letters and digits") {
    CHECK(slug("Sergeï  Lavrov") == "sergei-lavrov");
    CHECK(slug("U.S. Department of State") == "u-s-department-of-state");
    CHECK(slug(" -- ").empty());
    CHECK(slug("Лавров") == "лавров");
    CHECK(slug("G20") == "g20");
}
