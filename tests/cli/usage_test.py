"""What every command line promises: statuses, and data alone on standard output."""

import unittest

from program import run


class Usage(unittest.TestCase):
    def test_version(self):
        result = run("--version")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout, r"^gainsay \d+\.\d+\.\d+\n$")
        self.assertEqual(result.stderr, "")

    def test_help_names_exit_statuses(self):
        result = run("--help")
        self.assertEqual(result.returncode, 0)
        self.assertIn("Exit status", result.stdout)
        self.assertEqual(result.stderr, "")

    def test_wrong_usage_is_2_and_writes_no_data(self):
        for arguments in ([], ["no-such-command"], ["--no-such-option"]):
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assertEqual(result.returncode, 2)
                self.assertEqual(result.stdout, "")
                self.assertIn("gainsay --help", result.stderr)

    def test_full_disk_is_an_error(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = run("--version", stdout=full)
        self.assertEqual(result.returncode, 3)
        self.assertIn("standard output", result.stderr)


if __name__ == "__main__":
    unittest.main()
