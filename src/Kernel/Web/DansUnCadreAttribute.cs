namespace FaireAvec.Kernel.Web;

/// <summary>
/// This page may be shown in a frame by any site. For a page that changes nothing and shows nothing of whoever is signed in: in a frame, somebody may be made
/// to press what they don't see.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DansUnCadreAttribute : Attribute;
