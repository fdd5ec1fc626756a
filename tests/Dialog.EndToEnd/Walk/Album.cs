using Dialog.EndToEnd.Browsing;

namespace Dialog.EndToEnd.Walk;

/// <summary>A numbered picture of each step; what axe dislikes on them is noted beside.</summary>
internal sealed class Album(string name)
{
    private int _pictures;

    public List<string> Barriers { get; } = [];

    public async Task ShootAsync(IPage page, string step)
    {
        var picture = $"{++_pictures:00}-{step}";
        await Person.ShootAsync(page, $"{name}/{picture}");
        Barriers.AddRange((await page.BarriersAsync()).Select(barrier => $"{picture}: {barrier}"));
    }
}
