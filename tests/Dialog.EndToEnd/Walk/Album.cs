using Dialog.EndToEnd.Browsing;

namespace Dialog.EndToEnd.Walk;

/// <summary>A numbered picture of each step; what axe dislikes on them is noted beside.</summary>
internal sealed class Album(string name)
{
    private readonly Dictionary<string, List<string>> _barriers = [];
    private int _pictures;

    /// <summary>Each barrier once, with the pictures it is on.</summary>
    public IEnumerable<string> Barriers => _barriers.Select(barrier => $"{barrier.Key}\n  on {string.Join(", ", barrier.Value)}");

    public async Task ShootAsync(IPage page, string step)
    {
        var picture = $"{++_pictures:00}-{step}";
        await Person.ShootAsync(page, $"{name}/{picture}");
        foreach (var barrier in await page.BarriersAsync())
        {
            if (!_barriers.TryGetValue(barrier, out var pictures))
                _barriers.Add(barrier, pictures = []);
            pictures.Add(picture);
        }
    }
}
