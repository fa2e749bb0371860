"""What is typed, for example: below the help of each command, and in the reference."""

EXAMPLES = {
    "study": """\
quizapp study tides                         what is due, then up to 10 new questions
quizapp study tides --count 5               as many as you like
quizapp study tides --by friday             prepare for an examination
quizapp study tides --mode read             read the text, guessing ahead
quizapp study tides --paper mock --extra-time 25%
quizapp study tides --mode exam --count 20 --minutes 30 --pass-mark 60
quizapp study --resume
quizapp study tides --plain --seed 1 --count 5 < answers.txt
quizapp study tides --answers answers.jsonl --format json""",
    "scores": """\
quizapp scores --bank tides --last 5
quizapp scores --session 3f2a --format json
quizapp scores --bank tides --missed --format md > errors.md""",
    "progress": """\
quizapp progress tides
quizapp progress tides --format json""",
    "rule": """\
quizapp scores --session 3f2a
quizapp rule
quizapp rule 3f2a sun-or-moon right
quizapp rule 3f2a sun-or-moon undo
quizapp rule 3f2a sun-or-moon right --by instructor
quizapp rule --all sun-or-moon void""",
    "banks": """\
quizapp banks
quizapp banks --add ~/course/banks
quizapp banks --remove ~/course/banks
quizapp banks --format json""",
    "new": """\
quizapp new my-bank
quizapp new my-bank --from essay.txt
quizapp new my-bank --from essay.md --passages-only
quizapp new my-bank --from essay.txt --digests""",
    "check": """\
quizapp check my-bank/
quizapp check my-bank/parts.toml
quizapp check --strict questions --format github
quizapp check --keys my-bank/
quizapp check --watch --fix my-bank/
quizapp check --drop-drafts my-bank/""",
    "author": """\
quizapp author my-bank/
quizapp author my-bank/ --question liquid-name""",
    "schema": """\
quizapp schema > quizapp.schema.json""",
    "import": """\
quizapp import questions.gift -o my-bank
quizapp import quiz.xml more.csv -o my-bank --strict
quizapp import drafts.txt --into my-bank""",
    "export": """\
quizapp export tides --to gift -o tides.gift
quizapp export tides --to moodle -o tides.xml
quizapp export tides --to canvas -o tides.zip --strict
quizapp export tides --to anki -o tides.apkg
quizapp export tides --to markdown > paper.md""",
    "grade": """\
quizapp grade cases.jsonl
quizapp grade --explain --prompt "Capital of Australia?" --answer Canberra --response=Camberra
quizapp grade --explain --bank tides --question range --response='a large one'""",
    "attach": """\
quizapp attach tides ~/texts/tides.txt""",
    "settings": """\
quizapp settings
quizapp settings --new-a-day 20 --retention 95%
quizapp settings --day-begins 5 --tolerance strict --certainty on
quizapp settings --judge 'my-judge --quick'
quizapp settings --judge ''""",
    "judge": """\
quizapp settings --judge 'my-judge --quick'
quizapp judge tides
quizapp judge tides --try""",
    "items": """\
quizapp items tides class/*.jsonl
quizapp items tides --question sun-or-moon""",
    "flags": """\
quizapp flags
quizapp flags tides class/*.jsonl
quizapp flags --format csv""",
    "gradebook": """\
quizapp gradebook tides class/*.jsonl
quizapp gradebook tides --paper mock --format csv > marks.csv""",
    "suggest": """\
quizapp suggest tides
quizapp suggest tides class/*.jsonl --least 5
quizapp suggest tides --question sun-or-moon --write
quizapp suggest --ideas my-bank""",
    "regrade": """\
quizapp regrade tides
quizapp regrade tides --yes
quizapp regrade tides --undo""",
    "diff": """\
quizapp diff old-tides/ tides
quizapp diff HEAD my-bank/""",
    "serve": """\
quizapp serve
quizapp serve tides --learner ada --port 8001
quizapp serve --visitors 10""",
    "completion": """\
quizapp completion bash > ~/.local/share/bash-completion/completions/quizapp
quizapp completion zsh > ~/.zfunc/_quizapp
quizapp completion fish > ~/.config/fish/completions/quizapp.fish""",
    "help": """\
quizapp help
quizapp help study
quizapp help how you stand
quizapp help marks""",
    "export-log": """\
quizapp export-log > mine.jsonl
quizapp export-log --anonymous --bank tides
quizapp export-log --as s-017 --bank tides""",
    "import-log": """\
quizapp import-log mine.jsonl""",
}
