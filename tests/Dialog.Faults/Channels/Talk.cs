using Dialog.Faults.Hosting;

namespace Dialog.Faults.Channels;

/// <summary>A number of people who ask the demo shop on a messenger, each one question after another.</summary>
internal sealed class Talk(Messenger messenger, int people)
{
    private readonly ChatPerson[] _people = messenger.People(people);
    private readonly int[] _asked = new int[people];

    public int People => _people.Length;

    /// <summary>Everybody asks the next question, whether the one before it is answered or not.</summary>
    public void AskAll()
    {
        for (var i = 0; i < _people.Length; i++)
            Ask(i);
    }

    /// <summary>One of them asks the next question.</summary>
    public void Ask(int person) => _people[person].Say(DemoShop.Question(QuestionOf(person, _asked[person]++)));

    /// <summary>Over when everybody has heard an answer to everything.</summary>
    public Task AnsweredAsync() => messenger.Api.UntilAsync(() => Enumerable.Range(0, _people.Length).All(IsAnswered));

    /// <summary>Over when so many answers have been taken by the messenger.</summary>
    public Task TakenAsync(int answers) => messenger.Api.UntilAsync(() => messenger.Api.Taken.Count >= answers);

    /// <summary>Compares what each person heard with what they asked: every answer, in order.</summary>
    /// <returns>How many answers each person heard once more.</returns>
    public IReadOnlyList<int> Repeats()
    {
        var repeats = new List<int>();
        for (var i = 0; i < _people.Length; i++)
        {
            var heard = _people[i].Heard.Select(message => message.Text).ToList();
            var distinct = WithoutRepeats(heard);
            Assert.That(distinct, Is.EqualTo(Expected(i)), $"What person {i} heard");
            repeats.Add(heard.Count - distinct.Count);
        }

        return repeats;
    }

    /// <summary>Compares the log with what was asked: everything, once, in order.</summary>
    public void IsIn(ILookup<long, string> log)
    {
        for (var i = 0; i < _people.Length; i++)
            Assert.That(
                log[_people[i].Id], Is.EqualTo(Enumerable.Range(0, _asked[i]).Select(number => DemoShop.Question(QuestionOf(i, number)))), $"What person {i} asked");
    }

    private static int QuestionOf(int person, int number) => person + number;

    private bool IsAnswered(int person) => WithoutRepeats([.. _people[person].Heard.Select(message => message.Text)]).Count >= _asked[person];

    private IEnumerable<string> Expected(int person) =>
        Enumerable.Range(0, _asked[person]).Select(number => messenger.AnswerTo(QuestionOf(person, number)));

    // Two questions in a row never have the same answer, so the same answer twice in a row is a repeat.
    private static List<string> WithoutRepeats(List<string> heard) => [.. heard.Where((text, index) => index == 0 || heard[index - 1] != text)];
}
